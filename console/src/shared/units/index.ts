export { UnitBar } from './UnitBar'
export { UnitPicker } from './UnitPicker'
export { useUnitName } from './useUnitName'
