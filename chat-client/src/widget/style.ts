export const style = `
:host{all:initial;font:14px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;color:#1f2328}
*{box-sizing:border-box;font:inherit}
[hidden]{display:none!important}
button{cursor:pointer}
button:focus-visible,textarea:focus-visible,input:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}
.bubble{position:fixed;right:20px;bottom:20px;z-index:2147483000;border:0;border-radius:28px;padding:14px 20px;background:#0b4fb3;color:#fff;box-shadow:0 2px 12px #0005}
.count{margin-left:8px;padding:0 7px;border-radius:10px;background:#b3261e;color:#fff}
.panel{position:fixed;right:20px;bottom:20px;z-index:2147483000;display:flex;flex-direction:column;width:370px;height:min(600px,calc(100vh - 40px));background:#fff;border-radius:12px;box-shadow:0 4px 24px #0005;overflow:hidden;animation:rise .15s}
@keyframes rise{from{transform:translateY(12px);opacity:0}}
header{display:flex;align-items:center;justify-content:space-between;padding:10px 14px;background:#0b4fb3;color:#fff}
h2{margin:0;font-weight:600;font-size:16px}
header button{border:0;background:none;color:inherit;padding:6px 10px;border-radius:6px}
header button:focus-visible{outline-color:#fff}
.state{padding:6px 14px;background:#fff4d6;color:#5c4300}
.log{flex:1;overflow-y:auto;padding:12px 14px;background:#f6f7f9}
.log>div{margin:0 0 10px;max-width:85%;overflow-wrap:anywhere}
.log .own{margin-left:auto;text-align:right}
.log .event{margin:8px auto;text-align:center;color:#57606a;font-size:13px}
.text{display:inline-block;text-align:left;white-space:pre-wrap;padding:8px 12px;border-radius:10px;background:#fff;border:1px solid #d0d7de}
.own .text{background:#d7e6fb;border-color:#b3cdf2}
.who,.mark{display:block;font-size:12px;color:#57606a}
.failed{color:#b3261e}
.mark button,.text button{border:0;background:none;color:#0b57d0;text-decoration:underline;padding:0 4px}
.text img{display:block;max-width:100%;max-height:240px}
.typing{min-height:22px;padding:0 14px;font-size:12px;color:#57606a;background:#f6f7f9}
.ask{border:0;margin:0;padding:10px 14px;border-top:1px solid #d0d7de}
.ask legend{float:left;width:100%;padding:0;font-weight:600}
.scores{clear:both;display:grid;grid-template-columns:repeat(5,1fr);gap:4px;margin:8px 0}
.scores label{display:flex;flex-direction:column;align-items:center;gap:4px;font-size:13px}
.ask input[type=text]{width:100%;padding:6px 8px;border:1px solid #6e7781;border-radius:6px;margin:4px 0}
form{display:flex;gap:8px;padding:10px;border-top:1px solid #d0d7de}
textarea{flex:1;resize:none;height:44px;padding:8px;border:1px solid #6e7781;border-radius:8px}
form button,.ask>button{border:0;border-radius:8px;padding:8px 14px;background:#0b4fb3;color:#fff}
form .attach{background:#eaeef2;color:#1f2328}
/* A phone enlarges the page for a field whose letters are smaller than 16 pixels, and does not go back. */
@media(max-width:480px){.panel{inset:0;width:auto;height:auto;border-radius:0}textarea,.ask input[type=text]{font-size:16px}}
@media(prefers-reduced-motion:reduce){.panel{animation:none}}
`
