import { assembleContracts, type DecpContract, readDecp } from '../../subgraphs/kit/decp';

/** What a buyer declared in public, as a file of the DECP has it. */
export interface DeclaredContracts {
  readonly contracts: readonly DecpContract[];
  /** Rows of the file that could not be taken, of whatever buyer: a refused row does not always say whose it is. */
  readonly rejectedRows: number;
}

/** Reads the contracts of a buyer from a DECP file, CSV or JSON. Throws IMPORT_FILE_UNREADABLE. */
export async function readDeclared(path: string, siren: string): Promise<DeclaredContracts> {
  const { items } = await readDecp(path);
  const { contracts, rejected } = await assembleContracts(items);
  return { contracts: contracts.filter(({ buyer }) => buyer.siren === siren), rejectedRows: rejected.length };
}
