export {
  createCredentialService,
  type CredentialRequest,
  type CredentialService,
  type Issued,
} from './credential.service';
export { bothDoors, isOwnDoor, requireReader } from './doors';
