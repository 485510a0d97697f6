// 体检结果: puts the four small helpers of the result page together.
import { enableWalk } from "./walk.js";
import { enableCells } from "./cells.js";
import { enableDownloads } from "./downloads.js";
import { enableSorting } from "./sorting.js";

enableCells();
enableWalk();
enableDownloads();
enableSorting();
