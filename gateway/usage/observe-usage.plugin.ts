import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { coordinatesOf } from '../../subgraphs/kit/coordinates';
import type { GatewayContext } from '../request-context';
import { CLIENT_HEADER, clientOf, recordableName } from './client-of';
import type { RecordedOperation } from './day-of-usage';
import type { UsageRecorder } from './usage-recorder';

/** A validated operation of a request. */
interface Resolved {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly queryHash: string;
}

/**
 * Records every request whose operation is valid. What an operation uses is worked out once: it is kept with the
 * operation's node, which lives as long as the server's cache of documents keeps it.
 */
export function observeUsagePlugin(recorder: UsageRecorder): ApolloServerPlugin<GatewayContext> {
  const known = new WeakMap<OperationDefinitionNode, RecordedOperation>();
  const recorded = (resolved: Resolved): RecordedOperation => {
    const found = known.get(resolved.operation) ?? describe(resolved);
    known.set(resolved.operation, found);
    return found;
  };
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, queryHash, request, contextValue }) {
          if (operation === undefined) return;
          const found = recorded({ schema, document, operation, queryHash });
          recorder.record(found, clientOf(request.http?.headers.get(CLIENT_HEADER)));
          contextValue.repeats.push((headerOf) => recorder.record(found, clientOf(headerOf(CLIENT_HEADER))));
        },
      };
    },
  };
}

function describe({ schema, document, operation, queryHash: hash }: Resolved): RecordedOperation {
  const name = recordableName(operation.name?.value);
  const coordinates = coordinatesOf(schema, document, operation);
  const parts = [hash, operation.name?.value ?? '', ...coordinates].join(' ');
  const id = createHash('sha256').update(parts).digest('hex').slice(0, 16);
  return { id, hash, name, coordinates };
}
