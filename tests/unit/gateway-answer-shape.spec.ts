import { buildSchema } from 'graphql';
import { answerShapeOf } from '../../gateway/data-source/answer-shape';
import { checkAnswer } from '../../gateway/data-source/check-answer';

const schema = buildSchema('type Query { convention: Convention } type Convention { scope: String version: Int }');
const check = (query: string, data: object) => () =>
  checkAnswer(
    { data },
    { schema, shape: answerShapeOf(schema, query), representations: undefined, isLeaf: () => true },
  );

describe('the shape of an answer', () => {
  it('takes what a field lacks that was asked of it under a condition only, beside another selection of the field', () => {
    const query = 'query ($c: Boolean!) { convention @skip(if: $c) @include(if: $c) { version } convention { scope } }';
    expect(check(query, { convention: { scope: 'x' } })).not.toThrow();
    expect(check(query, { convention: { scope: 'x', version: 1 } })).not.toThrow();
    expect(check(query, { convention: { version: 1 } })).toThrow('scope is absent');
  });

  it('wants everything of a field that is there, when the condition is on the field itself', () => {
    const query = 'query ($c: Boolean!) { convention @include(if: $c) { version scope } }';
    expect(check(query, {})).not.toThrow();
    expect(check(query, { convention: { version: 1 } })).toThrow('scope is absent');
  });
});
