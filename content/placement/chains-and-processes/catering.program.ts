/** A catering order as a process: a room and the ingredients, or neither. */
import {
  inMemoryDatabase,
  processHandler,
  transactionManager,
  type Command,
  type DomainEvent,
  type ProcessManager,
  type ProcessRow,
} from 'past-tense';

type About = { orderId: string };
export type CateringEvent =
  | DomainEvent<'CateringRequested', About>
  | DomainEvent<'RoomReserved', About>
  | DomainEvent<'IngredientsOrdered', About>
  | DomainEvent<'IngredientsRefused', About>;
export type CateringCommand =
  | Command<'ReserveRoom', About>
  | Command<'OrderIngredients', About>
  | Command<'ConfirmCatering', About>
  | Command<'ReleaseRoom', About>
  | Command<'DeclineCatering', About>;

// #region process
type State = Readonly<{ hasRoom: boolean }>;

export const catering: ProcessManager<CateringEvent, CateringCommand, State> = {
  initialState: () => ({ hasRoom: false }),
  correlate: ({ data }) => data.orderId,
  react(state, { type, data: { orderId } }) {
    switch (type) {
      case 'CateringRequested':
        return [{ type: 'ReserveRoom', data: { orderId } }];
      case 'RoomReserved':
        return [{ type: 'OrderIngredients', data: { orderId } }];
      case 'IngredientsOrdered':
        return [{ type: 'ConfirmCatering', data: { orderId } }];
      case 'IngredientsRefused': {
        const undo: CateringCommand[] = state.hasRoom ? [{ type: 'ReleaseRoom', data: { orderId } }] : [];
        return [...undo, { type: 'DeclineCatering', data: { orderId } }];
      }
    }
  },
  evolve: (state, { type }) => (type === 'RoomReserved' ? { ...state, hasRoom: true } : state),
};
// #endregion process

// #region wiring
export function cateringDesk(send: (command: CateringCommand) => void) {
  const database = inMemoryDatabase();
  return processHandler({
    process: catering,
    table: database.table<ProcessRow<State>>('catering_processes'),
    transactions: transactionManager(database),
    send,
  });
}
// #endregion wiring
