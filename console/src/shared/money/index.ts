export { parseYuan, sayFen, yuanText } from './money'
