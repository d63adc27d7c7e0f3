export const zh = {
  once: '只显示这一次，关掉后再也看不到。请现在就复制，用安全的方式交给对方。',
  copy: (what: string) => `复制${what}`,
  copied: '已复制',
  copyFailed: '没能复制，请手动选中复制',
  close: '已经存好',
}
