/**
 * The shapes of the server's API under the names that the console uses for them.
 * All come from schema.d.ts, which `npm run generate` makes from docs/api/openapi.json; none is written by hand.
 */
import type { components } from './schema'

type Schemas = components['schemas']

/** One page of a list, with the key of the next one. */
export interface Page<T> {
  items: T[]
  nextCursor: string | null
  total: number | null
}

export type FieldError = Schemas['ProblemField']

// Units
export type UnitKind = Schemas['UnitKind']
export type UnitRef = Schemas['UnitRef']
export type Unit = Schemas['UnitView']
export type UnitFields = Schemas['UnitBody'] & { code: string }
export type DirectoryEntry = Schemas['DirectoryEntry']
export type Division = Schemas['DivisionView']
export type Closure = Schemas['ClosureView']
export type ClosureReason = Schemas['ClosureReason']
export type NewClosure = Schemas['ClosureAnnouncement']

// People, their duties, and the keys of partners
export type Role = Schemas['Role']
export type Me = Schemas['Me']
export type Credentials = Schemas['SignInCredentials']
export type FirstAdministrator = Schemas['SystemFirst']
export type TotpSecret = Schemas['MeSecret']
export type PersonRef = Schemas['PersonRef']
export type Person = Schemas['PeoplePerson']
export type NewPerson = Schemas['NewAccount']
export type AddedPerson = Schemas['PeopleAdded']
export type PersonChange = Schemas['PeopleChange']
export type InitialPassword = Schemas['InitialPassword']
export type Duty = Schemas['DutyView']
export type DutyKind = Schemas['DutyKind']
export type NewDuty = Schemas['DutyNaming']
export type PartnerKey = Schemas['KeyView']
export type NewKey = Schemas['NewKey']
export type IssuedKey = Schemas['IssuedKey']
export type Credential = Schemas['CredentialView']
export type CredentialKind = Schemas['CredentialKind']
export type IssuedCredential = Schemas['IssuedCredential']
export type Webhook = Schemas['WebhookView']
export type IssuedWebhook = Schemas['IssuedWebhook']
export type Delivery = Schemas['Delivery']

// Scans
export type ScanType = Schemas['ScanType']
export type Scan = Schemas['ScanView']
export type ImportJob = Schemas['ImportJob']
export type StreamState = Schemas['StreamState']
export type ImportJobState = Schemas['ImportJobState']
export type ExportJob = Schemas['ExportJob']
export type ImportReport = Schemas['ImportReport']

// Parcels
export type ParcelStatus = Schemas['ParcelStatus']
export type ParcelRow = Schemas['ParcelRowView']
export type ParcelSearch = Schemas['SearchResult']
export type ParcelView = Schemas['ParcelView']
export type ParcelDelivery = Schemas['DeliveryView']
export type Party = Schemas['PartyView']
export type Leg = Schemas['LegView']
export type Note = Schemas['NoteView']
export type Unmasked = Schemas['ParcelUnmasked']
export type Pause = Schemas['PauseView']
export type PauseReason = Schemas['PauseReason']
export type NewPause = Schemas['PauseRequest']

// Silence: limits, levels, findings
export type LaneClass = Schemas['LaneClass']
export type Stage = Schemas['Stage']
export type SilenceLevel = Schemas['SilenceLevel']
export type Limit = Schemas['LimitView']
export type LimitPart = Schemas['LimitPart']
export type LimitBasis = Schemas['LimitRowBasis']
export type LimitRow = Schemas['LimitLine']
export type LimitTable = Schemas['LimitTable']
export type NewLimit = Schemas['LimitSetting']
export type LimitDraft = Schemas['LimitDraftRow']
export type LimitDraftList = Schemas['LimitDraftList']
export type LimitReplay = Schemas['LimitReplayView']
export type MassEvent = Schemas['MassEventRow']
export type MassEventList = Schemas['MassEventList']
export type Learnt = Schemas['LearningLearnt']
export type Quality = Schemas['QualityView']
export type Finding = Schemas['FindingView']
/** Findings know tickets only by their words; here the words are a ticket's states. */
export type FindingRow = Schemas['FindingRow'] & { ticketState: TicketState | null }

// Tickets
/** A kind is data: its code; a row carries its name. */
export type TicketKind = string
export type TicketPhase = Schemas['TicketStatePhase']
export type TicketAction = Schemas['TicketAction']
export type TicketLevel = Schemas['TicketLevel']
export type TicketState = Schemas['TicketStateName']
export type TicketRow = Schemas['TicketRow']
export type TicketView = Schemas['TicketView']
export type SavedView = Schemas['SavedView']
export type ViewSharing = SavedView['shared']
export type TicketSearchResult = Schemas['TicketSearchResult']
export type TicketFound = Schemas['TicketSearchFound']
export type Viewer = Schemas['TicketPresenceViewer']
export type BulkReport = Schemas['BulkReport']
export type TicketCounts = Schemas['TicketListCounts']
export type Liability = Schemas['KeptTicketLiability']
export type WaitReason = Schemas['WaitReason']
export type CallBackVerdict = Schemas['CallBackVerdict']
export type RejectReason = Schemas['RejectReason']
export type InvalidReason = Schemas['InvalidReason']
export type StageView = Schemas['StageView']
export type TicketBrief = Schemas['TicketBrief']
export type CustomerMessage = Schemas['MessageView']
export type NewTicket = Schemas['NewTicket']
export type OpenedTicket = Schemas['OpenedView']
export type HistoryEntry = Schemas['HistoryView']
export type UrgentReason = Schemas['UrgentReason']
export type CloseReason = Schemas['CloseReason']
export type Answer = Schemas['AnswerView']
export type AnswerKind = Schemas['AnswerKind']
export type NewAnswer = Schemas['TicketAnswersGiven']
export type Photo = Schemas['PhotoView']
export type TicketFile = Schemas['FileView']

// Files of cases, and appeals to the postal authority
export type Attachment = Schemas['Attachment']
export type AppealRow = Schemas['AppealRow']
/** What a step keeps beside its words, by name; its shape differs from step to step. */
export type AppealStep = Schemas['AppealStep'] & { data: Record<string, unknown> }
export type AppealView = Schemas['AppealView'] & { history: AppealStep[] }
export type AppealAction = Schemas['AppealAction']
export type AppealAsked = Schemas['AppealAsked']
export type AppealReply = Schemas['AppealReply']
export type AppealCategory = Schemas['AppealCategory']
export type AppealReason = Schemas['AppealReason']
export type AppealState = Schemas['AppealStateName']
export type AppealCounts = Schemas['AppealCounts']
export type NewAppeal = Schemas['NewAppeal']
export type AppealStatistics = Schemas['AppealFiguresStatistics']
export type AppealFigure = Schemas['AppealFiguresFigure']
export type AppealRate = Schemas['AppealFiguresRate']
export type AppealPeriod = Schemas['PeriodRow']

// Boards
export type UnderWayRow = Schemas['UnderWayRow']
export type NetworkBoard = Schemas['NetworkBoard']
export type TicketNumbers = Schemas['TicketNumbers']
export type WarningNumbers = Schemas['WarningNumbers']
export type PrecisionBoard = Schemas['PrecisionBoard']
export type PrecisionRate = Schemas['PrecisionRate']
export type PrecisionWeek = Schemas['PrecisionWeek']
export type FindingOutcome = Schemas['FindingOutcome']
export type FreshnessNumbers = Schemas['FreshnessNumbers']
export type FreshnessRow = Schemas['FreshnessRow']
export type FreshnessList = Schemas['FreshnessList']
export type ProvinceRow = Schemas['ProvinceRow']
export type RegionRow = Schemas['RegionRow']
export type WorstRow = Schemas['WorstRow']
export type TrendHour = Schemas['TrendHour']

// What the platform tells and keeps
export type SystemInfo = Schemas['SystemView']
/** What a notice is about, by name; its shape differs from kind to kind. */
export type Notice = Schemas['Notice'] & { params: Record<string, unknown> }
export type NoticePage = Schemas['Notices'] & { items: Notice[] }
export type OutboxMessage = Schemas['MessageShown']
export type OutboxState = Schemas['MessageState']
export type MessageAttempt = Schemas['MessageAttempt']
export type OutboxOverview = Schemas['OutboxOverview']
export type OutboxDone = Schemas['OutboxDone']
export type SuppressionEntry = Schemas['SuppressionEntry']
export type NewSuppression = Schemas['NewSuppression']
/** What else is known about a change, by name; its shape differs from action to action. */
export type AuditLine = Schemas['AuditLine'] & { detail: Record<string, unknown> }

// The public tracking page
export type Doing = Schemas['DoingCode']
export type TrackAnswer = Schemas['TrackingTrack']
export type CustomerCase = Schemas['CustomerCase']
export type CaseAnswer = Schemas['Cases']
export type CaseResult = Schemas['CustomerCaseResult']
export type CaseStep = Schemas['CaseProgressStep']

// The desk
export type SeatState = Schemas['PresenceState']
export type NotReadyReason = Schemas['NotReadyReason']
export type Channel = Schemas['ContactChannel']
export type Seat = Schemas['SeatView']
export type Contact = Schemas['ContactView']
export type Guest = Schemas['GuestView']
export type Colleague = Schemas['GuestColleague']
export type Reply = Schemas['ReplyView']
export type DeskQuality = Schemas['DeskQualityView']
export type DeskQualityRow = Schemas['DeskQualityRow']
export type Terms = Schemas['TermsView']
export type Disposition = Schemas['DispositionsDisposition']
export type Desk = Schemas['DeskView']
export type ContactDetail = Schemas['ContactDetail']
export type DeskRow = Schemas['BoardRow']
export type ConversationChannel = Schemas['ConversationChannel']
export type MessageChannel = Schemas['ChannelView']
export type ChannelAccount = Schemas['ChannelAccountView']
export type NewChannelAccount = Schemas['NewChannelAccount']
export type ChannelTrial = Schemas['ChannelTrial']
export type DeskBoard = Schemas['BoardView']
export type OriginalMail = Schemas['OriginalMail']
export type SocketTicket = Schemas['SocketView']
export type ArticleList = Schemas['ArticleList']
export type ArticleRow = Schemas['ArticleRow']
export type Article = Schemas['ArticleView']
export type ArticleVersion = Schemas['VersionView']
export type ArticleVersionRow = Schemas['VersionRow']
export type ArticleBody = Schemas['ArticleBody']
export type ArticleVariant = Schemas['VariantBody']
export type ArticleSource = Schemas['SourceBody']
export type ArticleFlaw = Schemas['ArticleFlaw']
export type Hit = Schemas['Hit']
export type QuestionGroup = Schemas['QuestionGroup']
export type PolicyList = Schemas['PolicyList']
export type PolicyRow = Schemas['PolicyRow']
export type PolicyTerm = Schemas['PolicyTerm']
export type Policy = Schemas['PolicyView']
export type PolicyBody = Schemas['PolicyBody']
export type PolicyRing = Schemas['PolicyRing']
export type PolicyMatter = Schemas['PolicyMatter']
export type PolicyGap = Schemas['CoverageGap']
export type PolicyTrial = Schemas['PolicyTrialView']
export type TrialLine = Schemas['TrialLine']
export type Sentence = Schemas['SentenceView']
export type ContactStep = Schemas['StepView']
