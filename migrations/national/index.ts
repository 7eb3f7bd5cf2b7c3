import { CreateNationalLevel1764000000000 } from './1764000000000-create-national-level';
import { CreateApiKey1764000000200 } from './1764000000200-create-api-key';
import { CompleteCorrespondents1764160000000 } from './1764160000000-complete-correspondents';
import { CompletePartnerships1764160000100 } from './1764160000100-complete-partnerships';
import { CreateMobilisation1764170000000 } from './1764170000000-create-mobilisation';
import { CreateReminder1764170000100 } from './1764170000100-create-reminder';
import { CreateNetworkLife1764170000200 } from './1764170000200-create-network-life';
import { CreateBuyerEstablishment1764200000000 } from './1764200000000-create-buyer-establishment';

/** Migrations of the national database, oldest first. */
export const NATIONAL_MIGRATIONS = [
  CreateNationalLevel1764000000000,
  CreateApiKey1764000000200,
  CompleteCorrespondents1764160000000,
  CompletePartnerships1764160000100,
  CreateMobilisation1764170000000,
  CreateReminder1764170000100,
  CreateNetworkLife1764170000200,
  CreateBuyerEstablishment1764200000000,
] as const;
