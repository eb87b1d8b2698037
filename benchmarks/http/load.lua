-- wrk: reads what is left, or holds a place under a key that is new each time.
--   … -- read|native|octo TOKEN NONCE FILE
-- FILE has a departure a line: what comes after the address (read), its id (native), or the id of an
-- availability (octo). RESULT tells requests, microseconds, p50, p99 (microseconds) and failures.

local kind, token, nonce, targets, sent = "", "", "", {}, 0
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(args)
  kind, token, nonce = args[1], args[2], args[3]
  for line in io.lines(args[4]) do
    targets[#targets + 1] = line
  end
end

local function headers()
  return {
    ["Authorization"] = "Bearer " .. token,
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = nonce .. "-" .. number .. "-" .. sent,
  }
end

function request()
  sent = sent + 1
  local target = targets[(sent * 7919 + number) % #targets + 1]
  if kind == "read" then
    return wrk.format("GET", target, { ["Authorization"] = "Bearer " .. token })
  end
  if kind == "native" then
    local body = '{"departure":"' .. target .. '","places":[{"unit":"adult","count":1}]}'
    return wrk.format("POST", "/api/bookings", headers(), body)
  end
  local uuid = string.format("%s-%04x-4000-8000-%012x", nonce, number, sent)
  local body = '{"uuid":"' .. uuid .. '","productId":"walking-tour","optionId":"DEFAULT",'
    .. '"availabilityId":"' .. target .. '","unitItems":[{"unitId":"adult"}]}'
  return wrk.format("POST", "/octo/bookings", headers(), body)
end

function done(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), failed))
end
