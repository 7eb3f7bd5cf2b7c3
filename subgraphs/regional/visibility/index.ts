export { contractsVisibility, figuresVisibility, type Visibility, visibilityKey, visibilitySql } from './visibility';
