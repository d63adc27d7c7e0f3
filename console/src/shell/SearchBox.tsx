import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { ParcelRow } from '../api/types'
import { parcelListPath, parcelPath, useParcelSearch } from '../features/parcel'
import { useShortcut } from '../shared/keyboard'
import { shellCopy } from './copy'
import styles from './SearchBox.module.css'
import { SearchResults } from './SearchResults'

const SHOWN = 8

/** Search-everything: a waybill or a phone from any page, results while typing. */
export function SearchBox() {
  const t = shellCopy.use()
  const navigate = useNavigate()
  const input = useRef<InputRef>(null)
  const list = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const settled = useSettled(text.trim(), 200)
  const search = useParcelSearch(open ? settled : '')
  const items = search.data?.items.slice(0, SHOWN) ?? []

  useShortcut('/', t.focusSearch, () => input.current?.focus({ cursor: 'all' }))

  function leave() {
    setOpen(false)
    setText('')
    setAt(-1)
    input.current?.blur()
  }

  function go(row: ParcelRow) {
    leave()
    navigate(parcelPath(row.waybill))
  }

  function seeAll() {
    const target = parcelListPath(text.trim())
    leave()
    navigate(target.path, { state: target.state })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') leave()
    if (event.key === 'ArrowDown') setAt((i) => Math.min(items.length - 1, i + 1))
    if (event.key === 'ArrowUp') setAt((i) => Math.max(-1, i - 1))
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Escape') event.preventDefault()
    if (event.key === 'Enter' && text.trim() !== '') {
      const chosen = items[at] ?? (items.length === 1 && settled === text.trim() ? items[0] : undefined)
      if (chosen !== undefined) go(chosen)
      else seeAll()
    }
  }

  const showing = open && text.trim() !== ''
  return (
    <div className={styles.search}>
      <Input
        ref={input}
        value={text}
        prefix={<SearchOutlined />}
        suffix={<kbd className={styles.key}>/</kbd>}
        placeholder={t.search}
        aria-label={t.search}
        role="combobox"
        aria-expanded={showing}
        aria-controls={list}
        aria-activedescendant={at >= 0 ? `${list}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value)
          setAt(-1)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {showing && (
        <SearchResults
          id={list}
          search={search}
          items={items}
          at={at}
          waiting={settled !== text.trim()}
          onGo={go}
          onAll={seeAll}
        />
      )}
    </div>
  )
}

/** The value once it has stood still for a while. */
function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
