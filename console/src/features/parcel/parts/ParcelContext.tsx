export default function ParcelContext({ waybill }: { waybill: string }) {
  return <p>{waybill}</p>
}
