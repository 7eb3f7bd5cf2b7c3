export {
  bytesSetting,
  databaseUrlSetting,
  millisecondsSetting,
  parseEnvironment,
  portSetting,
  type Environment,
} from './parse-environment';
