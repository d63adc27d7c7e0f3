export { UnitPicker } from './UnitPicker'
export { useUnitName } from './useUnitName'
