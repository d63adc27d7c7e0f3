export { provinceName } from './provinces'
