export { Columns, type ImportColumn } from './Columns'
export { Faults } from './Faults'
export { ImportDrawer } from './ImportDrawer'
