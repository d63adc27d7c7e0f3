export { PersonPicker } from './PersonPicker'
