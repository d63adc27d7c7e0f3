import type { Role } from '../../../api/types'

/** In the order of a career: those who answer first, those who decide last. */
export const ROLES: Role[] = [
  'AGENT',
  'TEAM_LEAD',
  'DISPATCHER',
  'OUTLET_CLERK',
  'COURIER',
  'QUALITY_INSPECTOR',
  'TRAINER',
  'CLAIMS_OFFICER',
  'FINANCE_OFFICER',
  'PLANNER',
  'REGION_MANAGER',
  'HEADQUARTERS_MANAGER',
  'ADMINISTRATOR',
]
