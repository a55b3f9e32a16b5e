"""A unit with one of everything, one with nothing, and enterprises linked and not: small enough to tell each row."""

TABLES = """
lsso.labour_units
ss_number | name_en            | name_lo       | district_code | workers | registered_on | closed_on  | phone
01000001  | Phonexay Hotel     | ໂຮງແຮມ ໂພນໄຊ    | 0101          | 10      | 2026-01-10    |            | 020 5555 1111
01000002  | Sengdara Hotel     | ໂຮງແຮມ ແສງດາຣາ  | 0102          | 3       | 2026-10-20    |            |
07000003  | Nam Ou Coffee      | ກາເຟ ນ້ຳອູ      | 0701          | 5       | 2026-01-01    | 2026-06-01 |

lsso.contributions
ss_number | month   | workers | wage_base_lak | due_lak | paid_lak | paid_on
01000001  | 2026-01 | 10      | 10000000      | 100     | 100      | 2026-02-10
01000001  | 2026-02 | 10      | 10000000      | 100     | 40       | 2026-03-10
01000001  | 2026-09 | 12      | 12000000      | 120     | 0        |

lsso.inspectors
inspector_id
I1
I2

enterprise_register.enterprises
enterprise_no | tin  | name_en          | name_lo     | district_code | employees | registered_on
90001         | T-11 | Phonesay Hotel   | ໂຮງແຮມ ໂພນໄຊ | 0101          | 20        | 2020-01-01
90002         | T-22 | Sengdara Trading | ແສງດາລາ ການຄ້າ | 0701          | 8         | 2024-05-05

inspections.orders
inspection_no | ss_number | enterprise_no | unit_name | ordered_on | status    | conducted_on | reported_on | closed_on  | follows_no
IN/1          | 01000001  | 90001         | Phonexay  | 2026-03-01 | closed    | 2026-03-20   | 2026-03-25  | 2026-06-30 |
IN/2          | 01000001  |               | Phonexay  | 2026-10-01 | ordered   |              |             |            | IN/1
IN/3          |           | 90001         | Phonexay  | 2026-07-01 | reported  | 2026-07-10   |             |            |
IN/4          |           |               | Noy Stall | 2026-08-01 | cancelled | 2026-08-02   |             |            |

inspections.teams
inspection_no | inspector_id | role
IN/1          | I1           | head
IN/1          | I2           | member

inspections.findings
finding_no | inspection_no | irregularity         | workers_affected | evaded_lak | found_on   | deadline_on | corrected_on
F1         | IN/1          | unregistered_workers | 2                | 500        | 2026-03-20 | 2026-06-18  | 2026-06-01
F2         | IN/3          | late_payment         |                  | 70         | 2026-07-10 | 2026-10-08  |

inspections.measures
measure_no | inspection_no | step      | issued_on  | deadline_on | complied_on
M1         | IN/1          | education | 2026-03-25 | 2026-06-23  | 2026-06-01
M2         | IN/3          | warning   | 2026-07-10 | 2026-10-08  |
M3         | IN/3          | fine      | 2026-07-10 | 2026-12-01  |

inspections.fines
fine_no | measure_no | basis             | base_lak | months | imposed_lak | imposed_on | paid_lak | paid_on    | status
X1      | M3         | late_payment      | 12000    | 2      | 200         | 2026-08-01 | 50       | 2026-09-01 | imposed
X2      | M3         | non_participation | 1000     | 3      | 180         | 2026-08-02 |          |            | imposed
X3      | M3         | damage            | 40       |        | 80          | 2026-08-03 |          |            | imposed

inspections.appeals
appeal_no | measure_no | filed_on   | decided_on | result
A1        | M3         | 2026-08-10 |            |

inspections.debts
debt_no | ss_number | inspection_no | principal_lak | established_on
D1      | 01000001  | IN/1          | 1000          | 2026-04-01

inspections.debt_payments
debt_no | payment_no | paid_on    | amount_lak
D1      | P1         | 2026-05-01 | 300

complaints.complaints
complaint_no | ss_number | received_on | inspection_no | topic
C1           | 01000001  | 2026-02-20  | IN/1          | unregistered_workers

tax.payroll
tin  | year | employees | payroll_lak
T-22 | 2025 | 8         | 96000000

labour_inspection.visits
visit_no | enterprise_no | unit_name | visited_on | workers_found
V1       | 90002         | Sengdara  | 2026-05-05 | 7
"""
UNIT, NEW, CLOSED, ENTERPRISE = "01000001", "01000002", "07000003", "e:90002"
