-- That a notice is told to an organisation's own systems is marked apart from the letter: whoever gets an address later
-- gets the letter then, and nothing is told twice.
alter table systems.reminders drop constraint reminders_kind_check;
alter table systems.reminders add constraint reminders_kind_check
  check (kind in ('confirm', 'notice', 'notice-told'));
