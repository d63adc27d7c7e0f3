// Claims as an agent writes them down for somebody on the phone.

/** A loss of 150 yuan of the recipient with everything that is needed to pay it at once to that account; `{ id, number }`. */
export async function enterLoss(agent, waybill, account) {
  const { row } = await agent.post('/claims', {
    waybill,
    sender: false,
    what: {
      kind: 'LOSS', jurisdiction: null, contract: null, mismatch: null, grossNegligence: false, found: [],
      worth: { insuredFen: null, claimedFen: 15_000, provenFen: 15_000, nothingFurther: false, otherProofs: [], indirectFen: 0 },
      fees: { carriageFen: 1_000, insuranceFen: 0, extras: [], promiseRefunds: false },
      extent: { lostFen: null, piecesLost: null, piecesSent: null, perMille: null, lostByDelay: false, kept: false },
      evidence: ['NOT_RECEIVED', 'VALUE_PROOF', 'IDENTITY'],
    },
    goods: '运动鞋',
    story: '一直没有收到',
  });
  await agent.put(`/claims/${row.id}/payee`, { way: 'ALIPAY', account, name: '刘收件' });
  return { id: row.id, number: row.number };
}
