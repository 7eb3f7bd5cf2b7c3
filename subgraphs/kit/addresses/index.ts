export { type AddressKind, addressKind, isAddress } from './address-kind';
export { type AddressPolicy, createAddressGuard, type AddressGuard } from './address-guard';
