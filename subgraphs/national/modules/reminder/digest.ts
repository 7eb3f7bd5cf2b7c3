import { DateTime } from 'luxon';
import type { Caller } from '../../../kit/identity';
import { findRegion } from '../../../kit/regions';
import type { Waiting, WaitingRequest } from './waiting-requests';

/** A digest as it is read. */
export interface Digest {
  readonly subject: string;
  readonly text: string;
}

const STATES: Readonly<Record<WaitingRequest['state'], string>> = {
  ANNOUNCED: 'annoncée',
  TAKEN_OVER: 'prise en charge',
  SIZED: 'dimensionnée',
  CLAUSE_DRAFTED: 'clause rédigée',
  NOTIFIED: 'marché notifié',
  IN_EXECUTION: 'en exécution',
  CLOSED: 'close',
  DECLINED: 'déclinée',
};

/** Writes the digest of what waits for a caller, in French and plain text. */
export function digestOf(waiting: Waiting, caller: Caller, now: Date, expiresOn: string): Digest {
  const { count, requests } = waiting;
  const many = count > 1;
  const isAssociation = caller.role === 'consolidator';
  const waits = `${many ? 'attendent' : 'attend'}${isAssociation ? '' : ' votre réponse'} au-delà du délai convenu :`;
  const more = count > requests.length ? [`… et ${count - requests.length} autres.`, ''] : [];
  return {
    subject: `Maillage : ${count} demande${many ? 's' : ''} de mobilisation en attente`,
    text: [
      'Bonjour,',
      '',
      `${many ? `${count} demandes` : 'Une demande'} de mobilisation ${waits}`,
      '',
      ...requests.flatMap((request) => linesOf(request, now)),
      ...more,
      'Ce récapitulatif est envoyé au plus une fois par jour. Pour en changer le rythme ou ne plus le recevoir, réglez vos',
      `rappels dans Maillage (setReminders, rythme OFF). Sans nouveau réglage, il cesse le ${frenchDay(expiresOn)}.`,
      '',
    ].join('\n'),
  };
}

function linesOf({ id, title, siren, region, state, waitingSince, dueAt }: WaitingRequest, now: Date): string[] {
  const days = Math.floor(DateTime.fromJSDate(now).diff(DateTime.fromJSDate(waitingSince), 'days').days);
  return [
    `- ${oneLine(title)}`,
    `  ${STATES[state]} depuis ${days} jour${days > 1 ? 's' : ''}, échéance dépassée le ${frenchDay(dueAt)} ;`,
    `  acheteur ${siren}, région ${findRegion(region)?.name ?? region}, demande ${id}`,
    '',
  ];
}

function frenchDay(day: Date | string): string {
  const moment = typeof day === 'string' ? DateTime.fromISO(day) : DateTime.fromJSDate(day, { zone: 'Europe/Paris' });
  return moment.toFormat('dd/MM/yyyy');
}

/** Titles come from outside: no line of theirs may pass for one of the hub's. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').slice(0, 300);
}
