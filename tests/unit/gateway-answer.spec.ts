import { GraphQLError } from 'graphql';
import { formatError } from '../../gateway/answer';
import { promoteValueCompletion, settleErrors } from '../../gateway/answer/answer-errors';
import { HubError } from '../../subgraphs/kit/errors';

const ofRegion = (path?: (string | number)[]) => ({
  message: 'm',
  path,
  extensions: { code: 'REGION_ERROR', region: '53' },
});

describe('the funnel of errors', () => {
  it('passes errors made on purpose, without what the executor attaches', () => {
    const hubError = new HubError('PERIOD_OUT_OF_ORDER', 'Exchange `from` and `to`.', { from: '2024-02' });
    const wrapped = new GraphQLError(hubError.message, {
      originalError: hubError,
      extensions: { ...hubError.extensions, serviceName: 'national' },
    });
    expect(formatError(wrapped.toJSON(), wrapped).extensions).toEqual({
      code: 'PERIOD_OUT_OF_ORDER',
      from: '2024-02',
    });
  });

  it('masks anything else', () => {
    const error = new GraphQLError('connect ECONNREFUSED 10.0.0.1', { extensions: { code: 'ECONNREFUSED' } });
    const formatted = formatError(error.toJSON(), error);
    expect(formatted).toEqual({
      message: 'Something unexpected failed.',
      path: undefined,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  });
});

describe('the errors of an answer', () => {
  it('hold paths that the client asked for only', () => {
    const national = { message: 'm', path: ['consolidation', 'shards', 3], extensions: { code: 'X' } };
    expect(settleErrors([national], { consolidation: { total: null } }, true)[0]?.path).toEqual(['consolidation']);
  });

  it('of a region point at the list where the stock engine does not know the place in it', () => {
    const data = { regions: [{ network: null }] };
    const error = ofRegion(['regions', 0, 'network']);
    expect(settleErrors([error], data, false)[0]?.path).toEqual(['regions']);
    expect(settleErrors([error], data, true)[0]?.path).toEqual(['regions', 0, 'network']);
  });

  it('say the same of a region once, and different things each', () => {
    const other = { ...ofRegion(), extensions: { code: 'REGION_ERROR', region: '76' } };
    expect(settleErrors([ofRegion(), ofRegion(), other, ofRegion(['a'])], { a: null }, true)).toHaveLength(3);
  });

  it('hold the null violations that the stock executor only whispers', () => {
    const whispered = [new GraphQLError('Cannot return null for Desk.id', { path: ['desk'] })];
    expect(promoteValueCompletion(whispered)).toEqual([
      { message: expect.any(String), path: ['desk'], extensions: { code: 'VALUE_INVALID' } },
    ]);
  });
});
