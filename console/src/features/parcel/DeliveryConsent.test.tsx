import { screen } from '@testing-library/react'
import type { ParcelDelivery } from '../../api/types'
import { setBusinessClock } from '../../shared/clock/clock'
import { renderPage, someone } from '../../test/render'
import { zh } from './copy/zh-CN'
import { DeliveryConsent } from './parts/DeliveryConsent'

const NOW = '2026-11-22T04:00:00Z'
const nothing: ParcelDelivery = { wish: null, consents: [], leftWithoutConsentAt: null }

function show(more: Partial<ParcelDelivery>) {
  return renderPage(<DeliveryConsent delivery={{ ...nothing, ...more }} />, '/', someone('parcel.read'))
}

describe('P3 delivery mode and consent on a parcel’s page', () => {
  beforeEach(() => setBusinessClock(NOW, 0))

  it('says that nothing is registered, and what must be done first', () => {
    show({})
    expect(screen.getByText('没有登记投递方式：放驿站、快递柜前须征得收件人同意')).toBeInTheDocument()
  })

  it('says what the recipient wants and agreed to, when and how', () => {
    const { unmount } = show({ wish: 'DOOR' })
    expect(screen.getByText('收件人要求送货上门')).toBeInTheDocument()
    unmount()
    show({ wish: 'STATION', consents: [{ mode: 'STATION', at: '2026-11-20T04:00:00Z', channel: 'SMS' }] })
    expect(screen.getByText('收件人同意放驿站（11月20日，短信）')).toBeInTheDocument()
    expect(screen.queryByText(/没有登记/)).toBeNull()
  })

  it('says both where they differ, and that a wish is no consent', () => {
    const { unmount } = show({
      wish: 'DOOR',
      consents: [
        { mode: 'LOCKER', at: '2026-11-20T04:00:00Z', channel: 'ORDER' },
        { mode: 'STATION', at: '2026-11-21T04:00:00Z', channel: 'PHONE' },
      ],
    })
    expect(
      screen.getByText('收件人要求送货上门，同意放快递柜（11月20日，下单时），同意放驿站（11月21日，电话）'),
    ).toBeInTheDocument()
    unmount()
    show({ wish: 'LOCKER', consents: [{ mode: 'STATION', at: '2026-11-20T04:00:00Z', channel: 'APP' }] })
    expect(
      screen.getByText('收件人要求放快递柜（没有登记同意），同意放驿站（11月20日，小程序）'),
    ).toBeInTheDocument()
  })

  it('warns mildly of a parcel left before anybody agreed, and only then', () => {
    const { unmount } = show({ wish: 'DOOR', leftWithoutConsentAt: '2026-11-21T10:00:00Z' })
    expect(screen.getByText(zh.delivery.unasked('昨天 18:00'))).toHaveClass(/watch/)
    unmount()
    show({ wish: 'DOOR' })
    expect(screen.queryByText(/放驿站前/)).toBeNull()
  })
})
