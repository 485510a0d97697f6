// What a PDF says about who made it; with a second argument the same file without it. Both orders of forEach are known.
var file = Document.openDocument ? Document.openDocument(scriptArgs[0]) : new PDFDocument(scriptArgs[0]);
if (file.needsPassword())
	throw new Error("locked");
var info = file.getTrailer().get("Info");
var names = [];
if (info && info.isDictionary())
	info.forEach(function (a, b) { names.push(typeof a === "string" ? a : b); });
for (var i = 0; i < names.length; ++i) {
	print("info " + names[i]);
	info["delete"](names[i]);
}
var loose = ["Metadata", "PieceInfo"];
for (var n = 1; n < file.countObjects(); ++n) {
	var thing = null;
	try { thing = file.newIndirect(n, 0).resolve(); } catch (broken) { continue; }
	if (!thing || !thing.isDictionary())
		continue;
	var range = thing.get("ByteRange");
	if (range && !range.isNull())
		print("signed");
	for (var k = 0; k < loose.length; ++k) {
		var found = thing.get(loose[k]);
		if (found && !found.isNull()) {
			print("loose " + loose[k]);
			thing["delete"](loose[k]);
		}
	}
}
print("read");
if (scriptArgs.length > 1)
	file.save(scriptArgs[1], "garbage");
