export const zh = {
  add: '添加文件',
  hint: '照片、PDF、视频（MP4、MOV）、xlsx、docx；照片会去掉拍摄地点。',
  uploading: (name: string) => `正在上传 ${name}`,
  remove: (name: string) => `去掉 ${name}`,
  by: (who: string, unit: string) => `${who} · ${unit}`,
}
