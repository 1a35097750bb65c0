import type { Outlet } from '#shared/vendors/digiwallet/settings.ts'
import type { ExampleSale } from '#shared/vendors/digiwallet/sale-note.ts'

/** The outlets of the practice environment; the last shows what DigiWallet's test mode does to an outlet's notes. */
export const exampleOutlets: readonly Outlet[] = [
  { id: '12345', label: 'Oefenwinkel', testMode: false },
  { id: '12346', label: 'Oefenwinkel Zakelijk', testMode: false },
  { id: '12399', label: 'Oefenwinkel in testmodus', testMode: true },
]

/** Sales for a first note to succeed on, each payment method at least once. The first is the one of DigiWallet's document. */
export const exampleSales: readonly ExampleSale[] = [
  { outletID: '12345', saleID: '12345678', paymentMethodCode: 'IDE', label: 'Wandelschoenen, iDEAL, € 129,95' },
  { outletID: '12345', saleID: '12345679', paymentMethodCode: 'IDE', label: 'Regenjas, iDEAL, € 89,00' },
  { outletID: '12345', saleID: '12345680', paymentMethodCode: 'MRC', label: 'Slaapzak, Bancontact, € 74,50' },
  { outletID: '12345', saleID: '12345681', paymentMethodCode: 'AFP', label: 'Tent, AfterPay, € 349,00' },
  { outletID: '12345', saleID: '12345682', paymentMethodCode: 'CRC', label: 'Rugzak, creditcard, € 159,00' },
  { outletID: '12345', saleID: '12345683', paymentMethodCode: 'PSC', label: 'Zaklamp, PaysafeCard, € 24,95' },
  { outletID: '12345', saleID: '12345684', paymentMethodCode: 'SOF', label: 'Kookset, SOFORT, € 54,95' },
  { outletID: '12346', saleID: '20260001', paymentMethodCode: 'BWI', label: 'Bedrijfskleding, overschrijving, € 1.240,00' },
  { outletID: '12346', saleID: '20260002', paymentMethodCode: 'BWI', label: 'Werkschoenen, overschrijving, € 612,50' },
  { outletID: '12346', saleID: '20260003', paymentMethodCode: 'DRD', label: 'Abonnement onderhoud, incasso, € 45,00' },
  { outletID: '12346', saleID: '20260004', paymentMethodCode: 'DRD', label: 'Abonnement verhuur, incasso, € 95,00' },
  { outletID: '12346', saleID: '00020265', paymentMethodCode: 'IDE', label: 'Relatiegeschenken, iDEAL, € 310,00' },
  { outletID: '12399', saleID: '30000001', paymentMethodCode: 'IDE', label: 'Proefbestelling, iDEAL, € 1,00' },
  { outletID: '12399', saleID: '30000002', paymentMethodCode: 'CRC', label: 'Proefbestelling, creditcard, € 1,00' },
]
