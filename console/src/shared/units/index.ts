export { UnitPicker } from './UnitPicker'
