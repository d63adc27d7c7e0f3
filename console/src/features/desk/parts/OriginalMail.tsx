import { Alert, Button, Drawer } from 'antd'
import { useContext, useState } from 'react'
import { joinList } from '../../../shared/i18n'
import { sayProblem } from '../../../shared/problems'
import { sayTime } from '../../../shared/time'
import { SkeletonRows } from '../../../shared/ui'
import { useOriginalMail } from '../api'
import { deskCopy } from '../copy'
import { CarriedBy } from './ChannelBar'
import styles from './OriginalMail.module.css'

/** Opens the mail that an entry was made of; nothing where the conversation is no mail. */
export function OriginalMailLink({ seq }: { seq: number }) {
  const t = deskCopy.use()
  const carried = useContext(CarriedBy)
  const [open, setOpen] = useState(false)
  return (
    carried?.channel === 'EMAIL' && (
      <>
        <Button type="link" size="small" onClick={() => setOpen(true)}>
          {t.originalMail}
        </Button>
        {open && (
          <OriginalMailDrawer conversation={carried.conversation} seq={seq} onClose={() => setOpen(false)} />
        )}
      </>
    )
  )
}

/** What the frame may do although the server has made the markup harmless: nothing but look as it is written. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'"

export function framed(html: string): string {
  return (
    `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
    '<style>body{font:14px/1.6 system-ui,sans-serif;margin:12px;color:#1f2329;background:#fff;overflow-wrap:anywhere}' +
    'pre{white-space:pre-wrap;font:inherit}table{max-width:100%}img{display:none}</style>' +
    html
  )
}

function OriginalMailDrawer(props: { conversation: string; seq: number; onClose: () => void }) {
  const t = deskCopy.use()
  const mail = useOriginalMail(props.conversation, props.seq)
  return (
    <Drawer
      open
      title={mail.data?.subject === '' ? t.noSubject : (mail.data?.subject ?? t.originalMail)}
      size={720}
      onClose={props.onClose}
      styles={{ body: { padding: '12px 16px' } }}
    >
      {mail.isPending && <SkeletonRows rows={6} height={40} />}
      {mail.isError && <Alert type="error" showIcon title={sayProblem(mail.error)} />}
      {mail.data !== undefined && (
        <div className={styles.mail}>
          <dl className={styles.head}>
            <dt>{t.mailFrom}</dt>
            <dd>{mail.data.from}</dd>
            <dt>{t.mailTo}</dt>
            <dd>{mail.data.to}</dd>
            {mail.data.at !== null && (
              <>
                <dt>{t.mailAt}</dt>
                <dd>{sayTime(mail.data.at, Date.now())}</dd>
              </>
            )}
            {mail.data.attachments.length > 0 && (
              <>
                <dt>{t.mailFiles}</dt>
                <dd>{joinList(mail.data.attachments)}</dd>
              </>
            )}
          </dl>
          {mail.data.remoteImages > 0 && <p className={styles.left}>{t.leftOut(mail.data.remoteImages)}</p>}
          <iframe
            className={styles.frame}
            title={t.originalMail}
            sandbox=""
            referrerPolicy="no-referrer"
            srcDoc={framed(mail.data.html)}
          />
        </div>
      )}
    </Drawer>
  )
}
