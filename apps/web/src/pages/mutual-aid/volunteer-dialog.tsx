import { Form, Input, Select, Switch } from 'antd';
import type { ReactElement } from 'react';
import type { Volunteer, VolunteerDraft } from '../../api/model.js';
import { useCandidates, useKeepVolunteer, useVolunteerSkills } from '../../api/mutual-aid.js';
import { useMe } from '../../api/session.js';
import { AnyUnitSelect } from '../../components/any-unit-select.js';
import { FormDialog } from '../../components/form-dialog.js';
import { given } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';

const words = messages.roster;

type Values = VolunteerDraft & { readonly account?: string };

/** Puts somebody on a roster, or changes how they stand there. */
export function VolunteerDialog(props: { volunteer: Volunteer | 'new'; onClose: () => void }): ReactElement {
  const { volunteer, onClose } = props;
  const skills = useVolunteerSkills();
  const own = useMe().units.find(({ kind }) => kind === 'station')?.id;
  const isNew = volunteer === 'new';
  return (
    <FormDialog
      title={isNew ? words.add : words.editOf(volunteer.name)}
      submit={messages.admin.save}
      act={useKeepVolunteer()}
      toAct={({ account, unit, skills: codes, area, active }: Values) => ({
        account: isNew ? (account ?? '') : volunteer.account,
        draft: { unit, skills: codes, area: area.trim(), active },
      })}
      initial={isNew ? { ...(own !== undefined && { unit: own }), ...empty } : valuesOf(volunteer)}
      done={words.saved}
      onClose={onClose}
    >
      <Form.Item name="unit" label={words.station} rules={given(words.stationMissing)}>
        <AnyUnitSelect kinds={['station']} />
      </Form.Item>
      {isNew && <CandidateField />}
      <Form.Item name="skills" label={words.skills}>
        <Select
          mode="multiple"
          loading={skills.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={(skills.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="area" label={words.area}>
        <Input maxLength={200} placeholder={words.areaHint} />
      </Form.Item>
      <Form.Item name="active" label={words.active} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDialog>
  );
}

const empty = { skills: [], area: '', active: true };

function CandidateField(): ReactElement {
  const unit = Form.useWatch<string | undefined>('unit');
  const candidates = useCandidates(unit);
  const none = candidates.data?.length === 0;
  return (
    <Form.Item
      name="account"
      label={words.person}
      extra={none && words.noCandidates}
      rules={given(words.personMissing)}
    >
      <Select
        loading={candidates.isLoading}
        disabled={unit === undefined || none}
        showSearch={{ optionFilterProp: 'label' }}
        options={(candidates.data ?? []).map(({ account, name }) => ({ value: account, label: name }))}
      />
    </Form.Item>
  );
}

function valuesOf({ unit, skills, area, active }: Volunteer): Values {
  return { unit, skills: skills.map(({ code }) => code), area, active };
}
