import { useEffect, useState } from 'react';
import type { StudioFile } from '../../../api/studio.js';
import { findDecisionPlace, type DecisionPlace } from '../files/decision-places.js';
import type { Undoing } from '../modeler/undoing.js';

/** The decision table that is open in the place of the diagram, if one is. */
export interface OpenTable {
  readonly place: DecisionPlace | undefined;
  readonly file: StudioFile | undefined;
  /** Counts how often its editor began anew. */
  readonly turn: number;
  /** What takes its changes back. */
  readonly undoing: Undoing | undefined;
  readonly setUndoing: (undoing: Undoing | undefined) => void;
  /** Opens the table that holds a decision or a rule of this id. */
  readonly open: (id: string) => void;
  /** Begins its editor anew, with what the file has now. */
  readonly reopen: () => void;
  readonly close: () => void;
}

/** Holds which of the files' decision tables is open; `first` is opened at once. */
export function useOpenTable(files: readonly StudioFile[], first: string | undefined): OpenTable {
  // A table that has just been begun is among the files only after this turn; so its id is held, not its place.
  const [wanted, setWanted] = useState(first);
  const [place, setPlace] = useState<DecisionPlace>();
  const [turn, setTurn] = useState(0);
  const [undoing, setUndoing] = useState<Undoing>();
  useEffect(() => {
    const found = wanted === undefined ? undefined : findDecisionPlace(files, wanted);
    if (!found) return;
    setPlace(found);
    setWanted(undefined);
  }, [files, wanted]);
  const file = place && files.find(({ name }) => name === place.file);
  return {
    place,
    file,
    turn,
    undoing,
    setUndoing,
    open: setWanted,
    reopen: () => setTurn((n) => n + 1),
    close: () => setPlace(undefined),
  };
}
