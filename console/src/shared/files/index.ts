export { FileTiles } from './FileTiles'
export { FILE_TYPES, fileUrl, type ShownFile } from './file'
