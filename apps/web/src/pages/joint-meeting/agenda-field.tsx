import { HolderOutlined } from '@ant-design/icons';
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Button, Checkbox, InputNumber } from 'antd';
import type { ReactElement } from 'react';
import { messages } from '../../messages/messages.js';
import { announcementsOf } from './agenda-announcements.js';
import { beginnings, moved, type AgendaLine } from './agenda-order.js';
import styles from './agenda-field.module.css';

const words = messages.agenda;

/** A topic that may come on an agenda. */
export interface AgendaChoice {
  readonly id: string;
  readonly title: string;
  readonly reasonName: string;
  /** It may not be taken off. */
  readonly stays?: boolean;
}

interface Props {
  readonly choices: readonly AgendaChoice[];
  /** When the meeting begins, ISO 8601; absent while it is not known. */
  readonly at?: string | undefined;
  readonly id?: string;
  readonly value?: readonly AgendaLine[];
  readonly onChange?: (lines: readonly AgendaLine[]) => void;
}

/** Chooses the topics of a meeting, and orders them by drag and drop or by buttons, each with its time box. */
export function AgendaField({ choices, at, id, value = [], onChange }: Props): ReactElement {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const known = new Map(choices.map((choice) => [choice.id, choice]));
  const titleOf = (topic: string): string => known.get(topic)?.title ?? '';
  const ids = value.map((line) => line.id);
  const change = (lines: readonly AgendaLine[]) => onChange?.(lines);
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) change(moved(value, String(active.id), ids.indexOf(String(over.id))));
  };
  const begin = beginnings(value, at);
  return (
    <div id={id} role="group" aria-label={words.title} className={styles['field']}>
      <ul className={styles['choices']}>
        {choices.map(({ id: topic, title, reasonName, stays }) => (
          <li key={topic}>
            <Checkbox
              checked={ids.includes(topic)}
              disabled={stays === true}
              onChange={({ target }) =>
                change(
                  target.checked ? [...value, { id: topic, minutes: 20 }] : value.filter((line) => line.id !== topic),
                )
              }
            >
              {messages.meeting.topic(title, reasonName)}
            </Checkbox>
          </li>
        ))}
      </ul>
      {value.length > 0 && <p className={styles['hint']}>{words.hint}</p>}
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={drop}
        accessibility={{
          announcements: announcementsOf(titleOf, (topic) => ids.indexOf(topic) + 1),
          screenReaderInstructions: { draggable: words.instructions },
        }}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ol className={styles['lines']}>
            {value.map((line, index) => (
              <Line
                key={line.id}
                line={line}
                title={titleOf(line.id)}
                begins={begin[index]}
                first={index === 0}
                last={index === value.length - 1}
                onMove={(by) => change(moved(value, line.id, index + by))}
                onMinutes={(minutes) =>
                  change(value.map((each) => (each.id === line.id ? { ...each, minutes } : each)))
                }
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
    </div>
  );
}

interface LineProps {
  readonly line: AgendaLine;
  readonly title: string;
  readonly begins: string | undefined;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onMinutes: (minutes: number) => void;
}

function Line({ line, title, begins, first, last, onMove, onMinutes }: LineProps): ReactElement {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: line.id,
    attributes: { roleDescription: words.draggable },
  });
  const place = { transform: CSS.Transform.toString(transform), transition };
  return (
    <li ref={setNodeRef} style={place} className={`${styles['line']} ${isDragging ? styles['dragged'] : ''}`}>
      <button
        type="button"
        ref={setActivatorNodeRef}
        className={styles['handle']}
        {...attributes}
        {...listeners}
        aria-label={words.drag(title)}
      >
        <HolderOutlined aria-hidden />
      </button>
      <span className={styles['title']}>{title}</span>
      {begins !== undefined && <span className={`number ${styles['begins']}`}>{words.begins(begins)}</span>}
      <InputNumber
        className={styles['minutes'] ?? ''}
        min={5}
        max={240}
        step={5}
        precision={0}
        value={line.minutes}
        suffix={words.minutes}
        aria-label={words.minutesOf(title)}
        onChange={(minutes) => onMinutes(minutes ?? 20)}
      />
      <Button disabled={first} aria-label={words.upOf(title)} onClick={() => onMove(-1)}>
        {words.up}
      </Button>
      <Button disabled={last} aria-label={words.downOf(title)} onClick={() => onMove(1)}>
        {words.down}
      </Button>
    </li>
  );
}
