## Who audits what in a programme, and when

staffing = Staff and date the audits
staffing-about = What the records of the programme say is below. The plan keeps competence, impartiality, absences and windows, and shares the work evenly; nobody is appointed by it.
staffing-go = Find a plan
staffing-result = The plan
staffing-cost = Daily rates come to { $amount }.
staffing-why-not = Why others are not in it
staffing-unplaced = No team was found for
staffing-clash = These cannot be kept together: { $audits }
staffing-record = Put the plan on record
staffing-record-about = With everything it rests on, so that anybody can work it out again. After that, open the audits and appoint the teams.
staffing-record-part = The plan leaves audits without a team. It can go on record as it is; change windows, team sizes or people first to find a whole one.
staffing-audits = { $count ->
    [one] The audit to be staffed
   *[other] The { $count } audits to be staffed
}
staffing-audits-about = Change what the records do not say well enough; the records themselves stay as they are.
staffing-earliest = Earliest day
staffing-latest = Latest day
staffing-days = Working days
staffing-team = Leader and auditors
staffing-method = Method
staffing-fixed = Appointed already: { $names }
staffing-people = { $count ->
    [one] The person who may be assigned
   *[other] The { $count } people who may be assigned
}
staffing-people-about = Those who meet the criteria of a role that the audits call for. A daily rate that is changed here, and a limit, are for this plan alone and are not kept.
staffing-in = Assign
staffing-take = { $name } may be assigned
staffing-roles = As
staffing-rate = Daily rate
staffing-most = Most days
staffing-holidays = Days without audits
staffing-holidays-help = Public holidays and the like, a date such as 2026-12-24 on each line. Saturdays and Sundays are left out anyway.
staffing-too-many = The programme has more audits or people than this page shows. The plan takes in all of them.
staffing-lacking = What the records do not say
staffing-lacking-about = and what is taken instead
staffing-experts = The bounds of the search, and problems beside the records, are given as JSON on the page of the method.
staffing-unread = “{ $text }” cannot be read here
staffing-and-more = { $names } and { $count } more
Assignment-optimal = Every audit has a team, and no plan is better.
Assignment-feasible = Every audit has a team. There may be a better plan.
Assignment-infeasible = No plan staffs every audit within the rules.
Assignment-unknown = Not every audit got a team, and it is not shown that no plan exists.
methods-assign-guided = The plan of a programme has a form for this: open the programme, then its plan, and choose “Staff and date the audits”. Here everything is given as JSON.
staffing-more = Journeys, rotation and weights
staffing-more-about = For this plan alone. Places are short keys, such as vienna: those where people live, as the register says, and those where audits are. One direction stands for both.
staffing-place = Places, with commas between
