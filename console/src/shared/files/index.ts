export { FilePicker } from './FilePicker'
export { FileSource } from './FileSource'
export { FileTiles } from './FileTiles'
export { FILE_TYPES, fileUrl, type ShownFile } from './file'
