export { PersonPicker } from './PersonPicker'
export { PersonSearch } from './PersonSearch'
