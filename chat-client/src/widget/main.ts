import { ChatWidget } from './widget'

// <script src="https://platform/chat/widget.js" data-site="KEY" data-lang="en" async></script>
const script = document.currentScript as HTMLScriptElement | null
if (!customElements.get('waypost-chat')) customElements.define('waypost-chat', ChatWidget)
if (script?.dataset.site) {
  const chat = document.createElement('waypost-chat')
  chat.setAttribute('site', script.dataset.site)
  chat.setAttribute('base', new URL(script.src).origin)
  if (script.dataset.lang) chat.setAttribute('lang', script.dataset.lang)
  const add = () => document.body.append(chat)
  if (document.body) add()
  else addEventListener('DOMContentLoaded', add)
}
