import { PaperClipOutlined, SettingOutlined } from '@ant-design/icons'
import { App, Button, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react'
import type { Contact, Reply } from '../../../api/types'
import { useDraft } from '../../../shared/drafts'
import { FILE_TYPES } from '../../../shared/files'
import { cx } from '../../../shared/ui'
import { useNote } from '../api'
import { deskCopy } from '../copy'
import { forbiddenIn } from '../promises'
import { asked, fill, matching, replaceAsked, unfilled, type Variables } from '../quickReplies'
import { useReplies } from '../replies'
import { useRooms, useUploads } from '../talk/useTalk'
import { uuid7 } from '../uuid'
import { ChosenFiles } from './ChosenFiles'
import styles from './Composer.module.css'
import { RepliesDrawer } from './RepliesDrawer'

const NONE: Reply[] = []

/** The longest message that the edge takes, in code points. */
const LONGEST = 4_000

export interface ComposerHandle {
  write: () => void
  note: () => void
  files: (files: File[]) => void
  /** Puts a sentence where the cursor is, in the message to the customer. */
  insert: (text: string) => void
}

interface Props {
  contact: Contact
  variables: Variables
  handle: Ref<ComposerHandle>
  /** A guest who advises writes to colleagues alone. */
  notesOnly?: boolean
}

/** Writes to the customer, or to colleagues; what is not sent yet is kept for each conversation. */
export function Composer({ contact, variables, handle, notesOnly = false }: Props) {
  const t = deskCopy.use()
  const rooms = useRooms()
  const note = useNote(contact.id)
  const [wantsNote, setNoting] = useState(false)
  const noting = notesOnly || wantsNote
  const [message, setMessage, dropMessage] = useDraft(`desk.${contact.conversation}`)
  const [noteText, setNoteText, dropNote] = useDraft(`desk-note.${contact.conversation}`)
  const [cursor, setCursor] = useState(0)
  const [picked, setPicked] = useState(0)
  const [keeping, setKeeping] = useState(false)
  const [closed, setClosed] = useState<string | null>(null)
  const [warned, setWarned] = useState<string | null>(null)
  const area = useRef<TextAreaRef>(null)
  const picker = useRef<HTMLInputElement>(null)
  const uploads = useUploads(contact.conversation)
  const { message: toast } = App.useApp()
  const files = noting ? [] : uploads.view(contact.conversation)
  const text = noting ? noteText : message
  const { data: replies = NONE } = useReplies()
  const query = noting ? null : asked(text.slice(0, cursor))
  const offered = query === null || query === closed ? [] : matching(replies, query)
  const over = [...text].length - LONGEST
  const warning = warned === text && text !== '' ? warningsOf(text) : null

  const focus = () => setTimeout(() => area.current?.focus(), 0)
  useImperativeHandle(handle, () => ({
    write: () => {
      setNoting(false)
      focus()
    },
    note: () => {
      setNoting(true)
      focus()
    },
    files: addFiles,
    insert: (said) => {
      if (notesOnly) return
      setNoting(false)
      const at = noting ? message.length : Math.min(cursor, message.length)
      setMessage(message.slice(0, at) + said + message.slice(at))
      setCursor(at + said.length)
      setPicked(0)
      focus()
    },
  }))

  function addFiles(chosen: File[]) {
    if (notesOnly || chosen.length === 0) return
    setNoting(false)
    const over = uploads.add(contact.conversation, chosen)
    if (over > 0) void toast.warning(t.tooManyFiles(over))
    focus()
  }

  function change(next: string, at: number) {
    if (noting) setNoteText(next)
    else setMessage(next)
    setCursor(at)
    setPicked(0)
    setClosed(null)
    if (!noting && next !== '') rooms.talk.typing(contact.conversation)
  }

  function insert(reply: Reply) {
    const next = replaceAsked(text, cursor, fill(reply.text, variables))
    change(next.text, next.cursor)
    setTimeout(() => {
      area.current?.focus()
      area.current?.resizableTextArea?.textArea.setSelectionRange(next.cursor, next.cursor)
    }, 0)
  }

  function send(anyway = false) {
    const said = text.trim()
    if ((said === '' && files.length === 0) || over > 0) return
    if (noting) {
      note.mutate(said, { onSuccess: dropNote })
      return
    }
    if (!anyway && warned !== text && warningsOf(text) !== null) {
      setWarned(text)
      return
    }
    if (said !== '') rooms.talk.post({ cid: uuid7(), conversation: contact.conversation, text: said })
    void uploads.go(contact.conversation)
    dropMessage()
    setWarned(null)
    setCursor(0)
    focus()
  }

  function key(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing || event.altKey) return
    if (offered.length > 0) {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (step !== 0) {
        event.preventDefault()
        setPicked((at) => (at + step + offered.length) % offered.length)
        return
      }
      const reply = offered[picked]
      if ((event.key === 'Enter' || event.key === 'Tab') && reply !== undefined) {
        event.preventDefault()
        insert(reply)
        return
      }
      if (event.key === 'Escape') {
        event.preventDefault()
        setClosed(query)
        return
      }
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      send()
    }
  }

  const words = noting ? t.writeNote : t.write
  return (
    <div className={cx(styles.composer, noting && styles.noting)}>
      {offered.length > 0 && (
        <Replies replies={offered} variables={variables} picked={picked} onPick={insert} />
      )}
      {query !== null && query !== '' && query !== closed && offered.length === 0 && (
        <p className={styles.none}>{t.noReply}</p>
      )}
      {warning !== null && (
        <div role="alert" className={styles.warning}>
          <span>
            {t.careful}
            {warning.join(t.careful.endsWith(' ') ? '; ' : '；')}
          </span>
          <Button size="small" onClick={() => setWarned(null)}>
            {t.change}
          </Button>
          <Button size="small" danger onClick={() => send(true)}>
            {t.sendAnyway}
          </Button>
        </div>
      )}
      {files.length > 0 && <ChosenFiles conversation={contact.conversation} uploads={uploads} />}
      <Input.TextArea
        ref={area}
        value={text}
        aria-label={words}
        placeholder={noting ? t.writeNote : t.writeHint}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) =>
          change(event.target.value, event.target.selectionStart ?? event.target.value.length)
        }
        onSelect={(event) => setCursor(event.currentTarget.selectionStart ?? 0)}
        onKeyDown={key}
        onPaste={(event) => {
          const pasted = [...event.clipboardData.files]
          if (pasted.length > 0 && !noting) {
            event.preventDefault()
            addFiles(pasted)
          }
        }}
      />
      <div className={styles.foot}>
        {!notesOnly && (
          <Button size="small" type="text" onClick={() => setNoting(!noting)}>
            {noting ? t.toMessage : t.toNote}
          </Button>
        )}
        {!noting && (
          <Button
            size="small"
            type="text"
            onClick={() => {
              change(text === '' || text.endsWith(' ') ? `${text}/` : `${text} /`, text.length + 2)
              focus()
            }}
          >
            {t.replies}
          </Button>
        )}
        {!noting && (
          <Button
            size="small"
            type="text"
            icon={<SettingOutlined />}
            aria-label={t.keepReplies}
            title={t.keepReplies}
            onClick={() => setKeeping(true)}
          />
        )}
        {keeping && <RepliesDrawer onClose={() => setKeeping(false)} />}
        {!noting && (
          <>
            <Button
              size="small"
              type="text"
              icon={<PaperClipOutlined />}
              aria-label={t.addFile}
              title={t.addFile}
              onClick={() => picker.current?.click()}
            />
            <input
              ref={picker}
              type="file"
              multiple
              accept={FILE_TYPES}
              aria-label={t.addFile}
              tabIndex={-1}
              className="visually-hidden"
              onChange={(event) => {
                addFiles([...(event.target.files ?? [])])
                event.target.value = ''
              }}
            />
          </>
        )}
        {over > 0 && <span className={styles.over}>{t.tooLong(over)}</span>}
        <Button
          type="primary"
          className={styles.send}
          disabled={(text.trim() === '' && files.length === 0) || over > 0}
          loading={note.isPending}
          onClick={() => send()}
        >
          {noting ? t.keepNote : t.send}
        </Button>
      </div>
    </div>
  )
}

/** What asks for a second look before it goes out, in words; null where all is well. */
function warningsOf(text: string): string[] | null {
  const t = deskCopy.now()
  const open = unfilled(text)
  const warnings = [
    ...forbiddenIn(text).map(({ words, kind }) => t.carefulKind[kind](words)),
    ...(open.length > 0 ? [t.notFilled(open.join(' '))] : []),
  ]
  return warnings.length === 0 ? null : warnings
}

/** What was picked by the keyboard is seen, however long the list. */
function inSight(reply: HTMLButtonElement | null) {
  reply?.scrollIntoView?.({ block: 'nearest' })
}

function Replies(props: {
  replies: Reply[]
  variables: Variables
  picked: number
  onPick: (reply: Reply) => void
}) {
  const t = deskCopy.use()
  return (
    <div className={styles.replies} role="listbox" aria-label={t.replies}>
      {props.replies.map((reply, index) => (
        <button
          key={reply.id}
          type="button"
          role="option"
          aria-selected={index === props.picked}
          ref={index === props.picked ? inSight : undefined}
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onPick(reply)}
        >
          <b>/{reply.code}</b>
          <span>{fill(reply.text, props.variables)}</span>
        </button>
      ))}
    </div>
  )
}
