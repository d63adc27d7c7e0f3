import './shared/theme/base.css'

const root = document.getElementById('root')
if (root === null) {
  throw new Error('index.html has no #root')
}
// A customer's phone asks one question and gets one answer: it does not load the console for it.
const { start } =
  location.pathname === '/track' ? await import('./features/tracking/main') : await import('./shell/main')
start(root)
