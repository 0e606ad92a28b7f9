## Samples drawn by lot

audit-tab-draws = Samples
draws-about = A sample drawn by lot lets you conclude from what you examined to all of it, and shows that nobody chose the items. Declare what you draw from, let the seed be made, draw, and examine.
draws-list = Draws of this audit
draws-empty = Nothing was drawn for this audit yet. Ask the auditee for the whole population as a table with one row for each item, such as all leavers of the period, check that it is complete, and declare it below.
draws-declared = Declared
draws-declare = Declare a population
draws-declare-about = The file is read, its digest is put on record and the file itself is not kept. Keep it: drawing and replacing need the very same file.
draw-file = File of the population
draw-file-help = A CSV file or an Excel workbook of { $count } MB at most. Its first row names the columns; each further row is an item.
draw-file-missing = No file was chosen
draw-file-unfit = Save it as CSV or as an Excel workbook, and choose it again.
draw-file-again = Browsers do not keep the file: choose it again before you send.
draw-step-declare = Population declared
draw-step-seed = Seed made
draw-step-draw = Sample drawn
draw-step-examine = Items examined
draw-step-done = (done)
draw-seed-about = The population is on record, so the seed can be made now. It cannot be chosen and is made once: whoever is not content with the sample cannot try another one unseen.
draw-now = Draw the sample
draw-now-about = Give the very file that was declared. The sample follows from it and from the seed, and is put on record.
draw-items = { $count ->
    [one] The item of the sample
   *[other] The { $count } items of the sample
}
draw-number = No.
draw-stands-in = (stands in)
draw-replace-about = Replace an item only where it cannot be examined. The next in the order of the draw stands in for it; both stay visible with the reason.
draw-again = Draw again and compare
draw-again-about = Whoever has the file can draw again and see whether the recorded sample comes out. Nothing is changed.
draw-again-agrees = The recorded sample comes out again, item by item.
draw-again-differs = Another sample comes out than the one on record. Find out why before you conclude anything from it.
draw-facts = What is on record
draw-record = Record and history
