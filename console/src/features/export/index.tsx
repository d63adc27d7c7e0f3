export { ExportMenu } from './parts/ExportMenu'
