### The organization on its documents, and the texts that it writes once.

letterhead = Logo and documents
letterhead-about = Reports, printed plans and these pages show whose they are. What is set here is on every document made from now on; issued reports stay as they are.
letterhead-logo-help = PNG, JPEG or SVG, { $kilobytes } kB at most. A drawing has its texts as paths, and no script.
letterhead-logo-now = The logo in use
letterhead-no-logo = Take the logo away
letterhead-file = { $media }, { $sides }
letterhead-accent-help = One colour for headings and rules of documents, as # and six digits. It must be read well on white: 4.5 to 1 at least.
letterhead-address-help = In one line, below the name on the cover.
letterhead-footer-help = At the foot of each page, such as register number and court.
letterhead-cover = The cover as it stands
letterhead-cover-about = How a report begins with what is saved now.
letterhead-sample-kind = AUDIT REPORT
letterhead-sample-title = Title of the audit
settings-house = This organization
texts = Texts of the organization
texts-about = Paragraphs that you write once. Where one fits, its form has a button that puts it in as a start; what is made of it there is the team's, and the journal keeps which version it was.
texts-language = Language of the texts
texts-none = There is none yet. Write one, and the forms where it fits offer it.
texts-write = Write a text
texts-change = Change the text
texts-earlier = { $count ->
    [one] One earlier version
   *[other] { $count } earlier versions
}
texts-version = Version { $number }
texts-text-in = Text ({ $language })
texts-text-help = What stands between braces is filled from the records of the audit it is put into.
texts-placeholders = Placeholders
texts-placeholders-about = Between braces in a text, each stands for what the records of the audit say. What they do not say yet stays as it is, for whoever goes on writing to see.
texts-placeholder-audit = title of the audit
texts-placeholder-auditee = name of the auditee
texts-placeholder-organization = name of the auditing organization
texts-placeholder-leader = audit team leader
texts-placeholder-client = audit client
texts-placeholder-period = from when to when the audit is planned
texts-placeholder-criteria = audit criteria with their editions
texts-placeholder-scope = audit scope
texts-about-confidentiality = Offered in the plan, in the opening meeting and in the report.
texts-about-opening-agenda = Offered where the opening meeting is recorded.
texts-about-closing-agenda = Offered where the closing meeting is recorded.
texts-about-plan-introduction = Offered in the plan, before its objectives.
texts-about-report-introduction = Offered in the report's summary.
texts-about-sampling-limits = Offered in the plan's methods, in the closing meeting and in the report.
texts-about-distribution = Offered in the report, with its distribution list.
texts-about-invitation = Offered where a contact with the auditee is recorded, to be sent and kept.
texts-use = Use the organization's text
texts-none-here = The organization has no text for this any more. Write one under Settings.

## Templates

templates = Templates of documents
templates-about = Your own Word files. What stands between two pairs of braces in them is filled from the records of an audit; the team chooses a template under Export. Documents that no template was chosen for look as they do anyway.
templates-now = In use
templates-none = There is none yet. Send a Word file with placeholders, and every one that is not known or not closed is named.
templates-earlier = Earlier versions, and what is retired
templates-version = Version { $number }
templates-file = Word file
templates-file-help = DOCX, { $megabytes } MB at most, without macros, embedded files and anything from outside.
templates-name-help = A file under the name of one that is there is its next version.
templates-send = Send a template
templates-names = Placeholders
templates-names-about = Two braces around a name stand for a value, such as the title of the audit. A sign for numbers before the name begins what is repeated for each of a list, in the rows of a table or between paragraphs, and a slash before it ends that. Here are those of each kind of document.
