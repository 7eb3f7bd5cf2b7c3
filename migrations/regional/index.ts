import { CreateRegionalBooks1764000000000 } from './1764000000000-create-regional-books';
import { CreateDemonstrationLoad1764000000100 } from './1764000000100-create-demonstration-load';
import { AddRowLevelSecurity1764000000200 } from './1764000000200-add-row-level-security';
import { CompleteTheBooks1764100000000 } from './1764100000000-complete-the-books';
import { OpenBooksToDesks1764110000000 } from './1764110000000-open-books-to-desks';
import { KeepHistory1764110000100 } from './1764110000100-keep-history';
import { AddThresholds1764110000200 } from './1764110000200-add-thresholds';
import { AddYearRollups1764130000000 } from './1764130000000-add-year-rollups';
import { FollowDeclarations1764140000000 } from './1764140000000-follow-declarations';
import { ProtectPersons1764140000100 } from './1764140000100-protect-persons';
import { AddCells1764180000000 } from './1764180000000-add-cells';
import { AddYearSets1764180000100 } from './1764180000100-add-year-sets';
import { LinkContractsToDecp1764180000200 } from './1764180000200-link-contracts-to-decp';
import { ShareWithTheNetwork1764190000000 } from './1764190000000-share-with-the-network';

/** Migrations of a region's database, oldest first. */
export const REGIONAL_MIGRATIONS = [
  CreateRegionalBooks1764000000000,
  CreateDemonstrationLoad1764000000100,
  AddRowLevelSecurity1764000000200,
  CompleteTheBooks1764100000000,
  OpenBooksToDesks1764110000000,
  KeepHistory1764110000100,
  AddThresholds1764110000200,
  AddYearRollups1764130000000,
  FollowDeclarations1764140000000,
  ProtectPersons1764140000100,
  AddCells1764180000000,
  AddYearSets1764180000100,
  LinkContractsToDecp1764180000200,
  ShareWithTheNetwork1764190000000,
] as const;
