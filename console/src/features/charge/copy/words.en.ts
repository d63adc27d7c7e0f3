export const links = {
  PICKED_UP_NOT_IN_STORE: 'Picked up, never seen in the outlet',
  IN_STORE_NOT_OUT: 'In the sending outlet, never sent off',
  SENT_NOT_AT_HUB_BAG: 'Sent to a hub in a bag, not seen there',
  SENT_NOT_AT_HUB_PIECE: 'Sent to a hub as a single piece, not seen there',
  HUB_NOT_OUT: 'In a hub, never sent on',
  LEFT_HUB_NOT_AT_DESTINATION_BAG: 'Sent to an outlet in a bag, not seen there',
  LEFT_HUB_NOT_AT_DESTINATION_PIECE: 'Sent to an outlet as a single piece, not seen there',
  ARRIVED_NOT_HANDED_SAME_DAY: "At the outlet in time for the day's round, not given to a courier",
  ARRIVED_NOT_HANDED_NEXT_DAY: "At the outlet too late for the day's round, not given to a courier",
  HANDED_NOT_DELIVERED: 'With a courier, never delivered',
  AT_STATION_NOT_COLLECTED: 'In a station, never collected',
  LOST_AFTER_DELIVERY: 'Signed for, and not with the recipient',
  DAMAGED_ON_THE_WAY: 'Broken on the way',
  DAMAGED_AFTER_DELIVERY: 'Found broken after it was signed for',
  SHORT_ON_THE_WAY: 'Something taken out on the way',
  LATE: 'Later than promised',
}

export const doubts = {
  NO_SCANS: 'There are no scans of anybody who had it in the hand',
  OUT_OF_ORDER: 'The scans contradict each other whatever their order',
  CLOCKS_CONTRADICT: 'Clocks contradict each other, and more than one order is possible',
  INCOMPLETE: 'Scans are missing where it matters',
  NO_HAND_OVER_RECORDS: 'No place on its way scanned a hand-over, so that a missing one says nothing',
  CONTINUES_ELSEWHERE: 'It went on under another number',
  WITH_CUSTOMS: 'Customs had it last',
  ABROAD: 'It was on an international leg last',
  UNIT_UNKNOWN: 'The place that would bear it is no unit of the network',
  NO_DAMAGE_REPORT: 'Nobody reported damage, and it was not delivered',
  NO_WEIGHTS: 'It was weighed less than twice',
  WEIGHT_UNCHANGED: 'Its weight never changed',
  NO_PROMISE: 'No time was promised',
  NOT_LATE: 'It came by the time that was promised',
  NOT_DELIVERED: 'It was not delivered yet',
  NOBODY_LATE: 'No unit had it for longer than it may',
  WAITED_FOR_CUSTOMER: 'The time went by waiting for the customer',
  NOT_IN_SCANS: 'Scans do not tell of such a thing',
  EVIDENCE_CONTRADICTS: 'Accepted pieces of evidence contradict each other',
  EVIDENCE_TO_BE_READ: 'Somebody has to read the evidence that was accepted',
}

export const exemptions = {
  FORCE_MAJEURE: 'An act of nature or of the authorities',
  MASS_EVENT: 'An event that struck many parcels at once',
  CUSTOMER_FAULT: "The sender's or the recipient's own fault",
}

export const bases = {
  HELD: 'It was in the hands of that unit last',
  HANDED_OVER: 'The next unit took it over',
  LOADED: 'Loaded onto the lorry, and nothing shows that the next unit took it',
  SEALED: 'The bag was closed and weighed, and nothing shows that it was handed over',
  NOT_HANDED_OVER: 'Nothing shows that it was handed over',
  REPORTED_BAG: 'Whoever received the bag reported it in time',
  REPORTED_PIECE: 'Whoever received the piece reported it in time',
  REPORTED_LATER: 'Reported only after the time for reports',
  NOT_REPORTED: 'Nobody reported anything before it was signed for',
  WEIGHED_ON_ARRIVAL: 'Lighter on arrival than at the weighing before',
  WEIGHED_IN_THE_HOUSE: 'Lost weight while it was there',
  WEIGHED_LATE: 'Not weighed on arrival, found lighter later',
  ON_THE_ROAD: 'The time was lost on the road',
  TWO_LATE: 'Two units lost about as much time',
}

export const evidenceKinds = {
  HANDED_OVER: 'It was handed over to the next place',
  NOT_RECEIVED: 'It never came to us',
  DAMAGED_ON_RECEIPT: 'It was damaged or short when it came',
  DELIVERED: 'The customer has it',
  CUSTOMER_FAULT: "The customer's own fault",
  FORCE_MAJEURE: 'Force majeure',
  OTHER: 'Something else',
}

export const confidences = {
  CERTAIN: 'certain',
  PROBABLE: 'probable',
  PRESUMED: 'presumed',
}

export const parties = {
  HOLDER: 'had it',
  SENDER: 'the place before',
  RECEIVER: 'the place after',
  NAMED: 'named by a person',
}

export const duties = {
  UNIT: 'Unit',
  COURIER: 'Courier',
  KEEPER: 'Warehouse keeper',
  SUPERVISOR: 'Supervisor',
  LINE_HAUL: 'Line haul',
}
