-- Sends the requests of the file REQUESTS in turn: a line is a path (GET) or, with POST=1, a path, a tab and a JSON body. TOKEN goes into the
-- Authorization header. Prints one line of JSON when done.
local requests, i = {}, 0

function init(_)
  local headers = {}
  if os.getenv("TOKEN") then headers["Authorization"] = "Bearer " .. os.getenv("TOKEN") end
  if os.getenv("POST") then headers["Content-Type"] = "application/json" end
  for line in io.lines(os.getenv("REQUESTS")) do
    local path, body = line:match("^([^\t]*)\t?(.*)$")
    if os.getenv("POST") then requests[#requests + 1] = wrk.format("POST", path, headers, body)
    else requests[#requests + 1] = wrk.format("GET", path, headers) end
  end
end

function request()
  i = i % #requests + 1
  return requests[i]
end

function done(summary, latency, _)
  local e = summary.errors
  io.write(string.format('{"requests":%d,"seconds":%.6f,"p50":%.3f,"p95":%.3f,"p99":%.3f,"failed":%d,"late":%d}\n', summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3, e.connect + e.read + e.write + e.status, e.timeout))
end
