export { NoticeBell } from './NoticeBell'
