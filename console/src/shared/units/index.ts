export { UnitBar } from './UnitBar'
export { UnitPicker } from './UnitPicker'
export { useUnit, useUnitName } from './useUnitName'
