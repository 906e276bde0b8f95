import {
  AppstoreOutlined,
  HeartOutlined,
  FileSearchOutlined,
  FormOutlined,
  HomeOutlined,
  InboxOutlined,
} from '@ant-design/icons';
import { useRef, type ReactElement, type ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useMay } from '../../api/session.js';
import { messages } from '../../messages/messages.js';
import { MenuSheet } from './menu-sheet.js';
import styles from './bottom-bar.module.css';

interface Shortcut {
  readonly path: string;
  readonly label: string;
  readonly permission: string;
  readonly icon: ReactNode;
  readonly end: boolean;
}

const { menu } = messages;

const shortcuts: readonly Shortcut[] = [
  { path: '/inbox', label: menu.inbox, permission: 'task.read', icon: <InboxOutlined aria-hidden />, end: false },
  {
    path: '/cases/new',
    label: menu.register,
    permission: 'case.register',
    icon: <FormOutlined aria-hidden />,
    end: true,
  },
  {
    path: '/mutual-aid',
    label: messages.mutualAid.title,
    permission: 'mutual-aid.help',
    icon: <HeartOutlined aria-hidden />,
    end: true,
  },
  { path: '/cases', label: menu.search, permission: 'case.read', icon: <FileSearchOutlined aria-hidden />, end: true },
];

/** The phone's menu: what is used all day under the thumb, the rest behind one button. */
export function BottomBar(): ReactElement {
  const may = useMay();
  const sheet = useRef<HTMLDialogElement>(null);
  return (
    <>
      <nav className={styles['bar']} aria-label={menu.label}>
        <NavLink to="/" end className={linkClass}>
          <HomeOutlined aria-hidden />
          <span>{messages.home.title}</span>
        </NavLink>
        {shortcuts
          .filter((shortcut) => may(shortcut.permission))
          .map(({ path, label, icon, end }) => (
            <NavLink key={path} to={path} end={end} className={linkClass}>
              {icon}
              <span>{label}</span>
            </NavLink>
          ))}
        <button
          type="button"
          className={styles['link']}
          aria-haspopup="dialog"
          onClick={() => sheet.current?.showModal()}
        >
          <AppstoreOutlined aria-hidden />
          <span>{menu.open}</span>
        </button>
      </nav>
      <MenuSheet ref={sheet} />
    </>
  );
}

function linkClass({ isActive }: { isActive: boolean }): string {
  return [styles['link'], isActive && styles['active']].filter(Boolean).join(' ');
}
