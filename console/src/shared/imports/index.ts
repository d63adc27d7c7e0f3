export { type ImportColumn, ImportDrawer } from './ImportDrawer'
