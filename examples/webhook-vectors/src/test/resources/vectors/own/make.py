# Makes the self-made cases, each signature by Python's hmac and again by openssl; refuses to write when the two differ.
import hmac,hashlib,base64,json,subprocess
def h(alg,key,body):
    a=hmac.new(key.encode(),body.encode(),alg).digest()
    b=subprocess.run(['openssl','dgst','-'+alg,'-mac','HMAC','-macopt','hexkey:'+key.encode().hex(),'-binary'],input=body.encode(),capture_output=True,check=True).stdout
    assert a==b,(alg,key)
    return a
hx=lambda b:b.hex()
b64=lambda b:base64.b64encode(b).decode()
def case(name,secret,headers,body,valid=True,error=None,**k):
    c=dict(name=name,provenance='self-made',secret=secret,headers=headers,body=body,**k)
    c['valid']=valid
    if error:c['error']=error
    c['verified']=True
    return c
def write(provider,algorithm,source,cases):
    json.dump(dict(provider=provider,algorithm=algorithm,source=source,cases=cases),open(provider+'.json','w'),indent=1,ensure_ascii=False)
    open(provider+'.json','a').write('\n')
def bodyset(provider,header,alg,enc,key,body,algorithm,source,extra=()):
    sig=enc(h(alg,key,body))
    wrong=enc(h(alg,key+'x',body))
    other=enc(h('sha1',key,body))
    cs=[case('valid',key,{header:sig},body),
     case('header-name-in-other-case',key,{header.upper():sig},body),
     case('rotated-secret',['new-'+key,key],{header:sig},body),
     case('non-ascii-body',key,{header:enc(h(alg,key,'{"name":"Jürgen ₦ 東京"}\r\n'))},'{"name":"Jürgen ₦ 東京"}\r\n'),
     case('empty-body',key,{header:enc(h(alg,key,''))},''),
     case('body-changed',key,{header:sig},body.replace('5','6',1),False,'signature-mismatch'),
     case('body-with-a-space-more',key,{header:sig},body+' ',False,'signature-mismatch'),
     case('wrong-secret',key+'y',{header:sig},body,False,'signature-mismatch'),
     case('signature-of-another-secret',key,{header:wrong},body,False,'signature-mismatch'),
     case('signature-of-a-shorter-hash',key,{header:other},body,False,'signature-mismatch'),
     case('signature-cut-short',key,{header:sig[:-2]},body,False,'signature-mismatch'),
     case('empty-signature',key,{header:''},body,False,'missing-signature'),
     case('missing-signature',key,{},body,False,'missing-signature'),
     case('empty-secret','',{header:sig},body,False,'missing-secret'),
    ]+list(extra)
    write(provider,algorithm,source,cs)
bodyset('paystack','x-paystack-signature','sha512',hx,'sk_test_7e0b1c5d9f4a3286',
 '{"event":"charge.success","data":{"id":302961,"domain":"test","status":"success","reference":"booking-42","amount":50000,"currency":"NGN","paid_at":"2026-02-03T10:15:00.000Z"}}',
 'hex(HMAC-SHA512(utf8 API secret key, raw body)), header x-paystack-signature','self-made; paystack.com/docs/payments/webhooks publishes the algorithm, no vector'.split('; '))
bodyset('checkout.com','Cko-Signature','sha256',hx,'whs_0f3c5e7a9b',
 '{"id":"evt_az5sblvku4ge3dwpztvyizgcau","type":"payment_captured","created_on":"2026-02-03T10:15:00Z","data":{"id":"pay_mbabizu24mvu3mela5njyhpit4","action_id":"act_nezg6bx2k22utmk4xm5s2ughxi","amount":6540,"currency":"EUR","reference":"booking-42"}}',
 'hex(HMAC-SHA256(utf8 secret, raw body)), header Cko-Signature','self-made; checkout.com/docs publishes the algorithm, no vector'.split('; '))
bodyset('shopify','X-Shopify-Hmac-SHA256','sha256',b64,'shpss_5d0c2f7e8a1b',
 '{"id":820982911946154508,"email":"jon@example.com","total_price":"254.98","currency":"EUR","financial_status":"paid"}',
 'base64(HMAC-SHA256(utf8 client secret, raw body)), header X-Shopify-Hmac-SHA256','self-made; shopify.dev/docs/apps/build/webhooks publishes the algorithm, no vector'.split('; '))
fk='flw-secret-hash-5512'
fb='{"webhook_id":"wbk_cPcTx2P2n5mYXQaRCO5T","timestamp":1739456704200,"type":"charge.completed","data":{"id":"chg_Zcz0xC5uMX","amount":250,"currency":"NGN","reference":"booking-42","status":"succeeded"}}'
sig=b64(h('sha256',fk,fb))
hs='flutterwave-signature'
write('flutterwave','v3: header verif-hash equals the static secret hash, nothing is signed; v4: base64(HMAC-SHA256(utf8 secret hash, raw body)), header flutterwave-signature',
 ['self-made','developer.flutterwave.com/docs/webhooks publishes the algorithm, no vector'],
 [case('v4-valid',fk,{hs:sig},fb,mode='v4'),
  case('v4-valid-hex',fk,{hs:hx(h('sha256',fk,fb))},fb,mode='v4'),
  case('v4-rotated-secret',['new',fk],{hs:sig},fb,mode='v4'),
  case('v4-body-changed',fk,{hs:sig},fb.replace('250','25'),False,'signature-mismatch',mode='v4'),
  case('v4-wrong-secret',fk+'y',{hs:sig},fb,False,'signature-mismatch',mode='v4'),
  case('v4-missing-signature',fk,{},fb,False,'missing-signature',mode='v4'),
  case('v4-given-the-static-hash-only',fk,{'verif-hash':fk},fb,False,'missing-signature',mode='v4'),
  case('v4-signature-is-the-secret',fk,{hs:fk},fb,False,'signature-mismatch',mode='v4'),
  case('v4-empty-secret','',{hs:sig},fb,False,'missing-secret',mode='v4'),
  case('v3-token-fits',fk,{'verif-hash':fk},fb,False,'fetch-back-required',mode='v3',requiresFetchBack=True),
  case('v3-rotated-token',['new-'+fk,fk],{'Verif-Hash':fk},fb,False,'fetch-back-required',mode='v3',requiresFetchBack=True),
  case('v3-wrong-token',fk,{'verif-hash':fk+'x'},fb,False,'signature-mismatch',mode='v3'),
  case('v3-token-cut-short',fk,{'verif-hash':fk[:-1]},fb,False,'signature-mismatch',mode='v3'),
  case('v3-missing-token',fk,{},fb,False,'missing-signature',mode='v3'),
  case('v3-empty-token',fk,{'verif-hash':''},fb,False,'missing-signature',mode='v3'),
  case('v3-empty-secret','',{'verif-hash':''},fb,False,'missing-secret',mode='v3')])
xk='Xe5pZ0c8wq3nT1yK7uVbR2dLmA'
xb='{"id":"579c8d61f23fa4ca35e52da4","external_id":"booking-42","status":"PAID","amount":50000,"paid_amount":50000,"currency":"IDR"}'
hc='x-callback-token'
write('xendit','header x-callback-token equals the static webhook verification token; nothing is signed',
 ['self-made','docs.xendit.co publishes the check, there is no signature to make a vector of'],
 [case('token-fits',xk,{hc:xk,'webhook-id':'wh-1'},xb,False,'fetch-back-required',requiresFetchBack=True),
  case('rotated-token',['new-'+xk,xk],{hc:xk},xb,False,'fetch-back-required',requiresFetchBack=True),
  case('wrong-token',xk,{hc:xk[::-1]},xb,False,'signature-mismatch'),
  case('token-with-more-behind',xk,{hc:xk+'A'},xb,False,'signature-mismatch'),
  case('token-in-other-case',xk,{hc:xk.lower()},xb,False,'signature-mismatch'),
  case('missing-token',xk,{},xb,False,'missing-signature'),
  case('empty-token',xk,{hc:''},xb,False,'missing-signature'),
  case('empty-secret','',{hc:''},xb,False,'missing-secret')])

# --- providers with vendor vectors: more cases, of what those leave out ---
def digest(alg,data):
    a=hashlib.new(alg,data).digest()
    b=subprocess.run(['openssl','dgst','-'+alg,'-binary'],input=data,capture_output=True,check=True).stdout
    assert a==b
    return a.hex()
pk='13a980d4f851f3d9a1cfc792fb1f5e50'
pb='{"order":{"orderId":"LDLW5N7MF4140324GUEST000P01","extOrderId":"booking-42","status":"COMPLETED","totalAmount":"21000","currencyCode":"PLN"}}'
pd=lambda alg,key=pk,body=pb: digest(alg,(body+key).encode())
ph=lambda sig,alg,extra=';content=DOCUMENT': {'OpenPayu-Signature':f'sender=checkout;signature={sig};algorithm={alg}{extra}'}
write('payu-eu','as the vendor file',['self-made'],
 [case('md5',pk,ph(pd('md5'),'MD5'),pb),
  case('sha1-written-sha',pk,ph(pd('sha1'),'SHA'),pb),
  case('sha1-written-sha1',pk,ph(pd('sha1'),'SHA1'),pb),
  case('sha256',pk,ph(pd('sha256'),'SHA-256'),pb),
  case('sha256-written-sha256',pk,ph(pd('sha256'),'SHA256'),pb),
  case('sha384',pk,ph(pd('sha384'),'SHA-384'),pb),
  case('sha512',pk,ph(pd('sha512'),'SHA-512'),pb),
  case('md5-when-no-algorithm-is-named',pk,{'OpenPayu-Signature':'sender=checkout;signature='+pd('md5')},pb),
  case('semicolon-at-the-end',pk,ph(pd('md5'),'MD5',';'),pb),
  case('parts-in-another-order',pk,{'openpayu-signature':'algorithm=MD5;content=DOCUMENT;signature='+pd('md5')+';sender=checkout'},pb),
  case('rotated-key',['new',pk],ph(pd('md5'),'MD5'),pb),
  case('refund',pk,ph(pd('md5',body='{"orderId":"2DVZMPMFPN140219GUEST000P01","refund":{"refundId":"912128","amount":"15516","status":"FINALIZED"}}'),'MD5'),'{"orderId":"2DVZMPMFPN140219GUEST000P01","refund":{"refundId":"912128","amount":"15516","status":"FINALIZED"}}'),
  case('body-changed',pk,ph(pd('md5'),'MD5'),pb.replace('21000','1000'),False,'signature-mismatch'),
  case('wrong-key',pk[::-1],ph(pd('md5'),'MD5'),pb,False,'signature-mismatch'),
  case('hash-of-the-body-alone',pk,ph(digest('md5',pb.encode()),'MD5'),pb,False,'signature-mismatch'),
  case('key-in-front',pk,ph(digest('md5',(pk+pb).encode()),'MD5'),pb,False,'signature-mismatch'),
  case('another-algorithm-than-named',pk,ph(pd('md5'),'SHA-256'),pb,False,'signature-mismatch'),
  case('unknown-algorithm',pk,ph(digest('md5',(pb+pk).encode()),'CRC32'),pb,False,'unsupported-scheme'),
  case('algorithm-none',pk,ph('','none'),pb,False,'missing-signature'),
  case('empty-signature',pk,ph('','MD5'),pb,False,'missing-signature'),
  case('no-signature-part',pk,{'OpenPayu-Signature':'sender=checkout;algorithm=MD5;content=DOCUMENT'},pb,False,'missing-signature'),
  case('two-signatures',pk,{'OpenPayu-Signature':'signature=00;signature='+pd('md5')+';algorithm=MD5'},pb,False,'malformed-header'),
  case('no-parts',pk,{'OpenPayu-Signature':pd('md5')},pb,False,'malformed-header'),
  case('missing-header',pk,{},pb,False,'missing-signature'),
  case('empty-key','',ph(pd('md5'),'MD5'),pb,False,'missing-secret')])

ik='sandbox-UuLnD7wZa0a3DmytfIrwHQqAMfqCNJrs'
def iyz(vals,key=ik): return {'X-IYZ-SIGNATURE-V3': h('sha256',key,key+''.join(vals)).hex()}
J=lambda o: json.dumps(o,separators=(',',':'),ensure_ascii=False)
hpp=dict(paymentConversationId='conversationId',merchantId=3382172,token='e828c62d-fd12-4b1a-ad5a-380f15fe6596',status='SUCCESS',iyziReferenceCode='77e1635c-6b39-475a-8b7b-ca15ad0cd4ac',iyziEventType='CHECKOUT_FORM_AUTH',iyziEventTime=1721825036103,iyziPaymentId=22483975)
direct=dict(paymentConversationId='conversationId',merchantId=3382172,paymentId=22484059,status='SUCCESS',iyziReferenceCode='a9af8e6b-4401-4928-b6b8-40419aaa3d0f',iyziEventType='API_AUTH',iyziEventTime=1721825828467,iyziPaymentId=22484059)
def hs_(o): return iyz([o['iyziEventType'],str(o['iyziPaymentId']),o['token'],o['paymentConversationId'],o['status']])
def ds_(o): return iyz([o['iyziEventType'],str(o['paymentId']),o['paymentConversationId'],o['status']])
w=lambda o,**k: J({**o,**k})
wo=lambda o,*n: J({k:v for k,v in o.items() if k not in n})
write('iyzico','as the vendor file',['self-made'],
 [case('hosted-failure',ik,hs_({**hpp,'status':'FAILURE'}),w(hpp,status='FAILURE')),
  case('payment-id-as-text',ik,hs_(hpp),w(hpp,iyziPaymentId='22483975')),
  case('fields-in-another-order',ik,hs_(hpp),J(dict(reversed(list(hpp.items()))))),
  case('hosted-non-ascii-conversation',ik,hs_({**hpp,'paymentConversationId':'ödeme-42'}),w(hpp,paymentConversationId='ödeme-42')),
  case('direct-by-threeds',ik,ds_({**direct,'iyziEventType':'THREE_DS_AUTH'}),w(direct,iyziEventType='THREE_DS_AUTH')),
  case('rotated-key',['new',ik],ds_(direct),J(direct)),
  case('no-conversation-id',ik,ds_({**direct,'paymentConversationId':''}),wo(direct,'paymentConversationId')),
  case('null-conversation-id',ik,ds_({**direct,'paymentConversationId':''}),w(direct,paymentConversationId=None)),
  case('status-changed',ik,hs_({**hpp,'status':'FAILURE'}),J(hpp),False,'signature-mismatch'),
  case('payment-changed',ik,hs_(hpp),w(hpp,iyziPaymentId=22483976),False,'signature-mismatch'),
  case('token-left-out',ik,hs_(hpp),wo(hpp,'token'),False,'signature-mismatch'),
  case('wrong-key',ik+'x',ds_(direct),J(direct),False,'signature-mismatch'),
  case('unsigned-payment-id-differs',ik,ds_(direct),w(direct,iyziPaymentId=1),False,'signed-fields-insufficient'),
  case('digits-moved-into-the-payment-id',ik,ds_({**direct,'paymentConversationId':'42-a'}),w(direct,paymentId=2248405942,iyziPaymentId=2248405942,paymentConversationId='-a'),False,'fetch-back-required',requiresFetchBack=True,note='same signed bytes as payment 22484059 of conversation 42-a'),
  case('token-cut-into-the-payment-id',ik,hs_({**hpp,'token':'1828c62d-fd12-4b1a-ad5a-380f15fe6596'}),w(hpp,iyziPaymentId=224839751828,token='c62d-fd12-4b1a-ad5a-380f15fe6596'),False,'fetch-back-required',requiresFetchBack=True,note='same signed bytes as payment 22483975'),
  case('name-given-twice',ik,ds_(direct),J(direct)[:-1]+',"status":"FAILURE"}',False,'malformed-payload'),
  case('not-json',ik,ds_(direct),'status=SUCCESS',False,'malformed-payload'),
  case('missing-signature',ik,{},J(direct),False,'missing-signature'),
  case('empty-signature',ik,{'X-IYZ-SIGNATURE-V3':''},J(direct),False,'missing-signature',note='as delivered to merchants without the feature'),
  case('empty-key','',ds_(direct),J(direct),False,'missing-secret')])

ek='8gBm/:&EnhH.1/q'
L='transaction_code,status,total_amount,transaction_uuid,product_code,signed_field_names'
def es(fields,names=L,key=ek,literal=None,sign=None):
    f=dict(fields); f['signed_field_names']=names
    f['signature']=b64(h('sha256',key,sign if sign is not None else ','.join(f'{n}={f[n]}' for n in names.split(','))))
    t=J(f)
    if literal: t=t.replace('"total_amount":"'+literal+'"','"total_amount":'+literal)
    return [['data',b64(t.encode())]]
ef=dict(transaction_code='000AWEO',status='COMPLETE',total_amount='1000.0',transaction_uuid='250610-162413',product_code='EPAYTEST')
ec=lambda name,params,valid=True,error=None,secret=ek,**k: {**case(name,secret,{},'',valid,error,**k),'params':params}
def tamper(params,**k):
    f=json.loads(base64.b64decode(params[0][1])); f.update(k); return [['data',b64(J(f).encode())]]
write('esewa','as the vendor file',['self-made'],
 [ec('amount-with-a-comma',es({**ef,'total_amount':'1,000.0'})),
  ec('amount-as-number-with-two-zeros',es({**ef,'total_amount':'1000.00'},literal='1000.00')),
  ec('amount-as-whole-number',es({**ef,'total_amount':'110'},literal='110')),
  ec('amount-in-scientific-notation',es({**ef,'total_amount':'1.0E7'},literal='1.0E7')),
  ec('names-in-another-order',es(ef,'signed_field_names,product_code,transaction_uuid,total_amount,status')),
  ec('not-complete',es({**ef,'status':'PENDING'})),
  ec('rotated-key',es(ef),secret=['new',ek]),
  ec('amount-changed',tamper(es(ef),total_amount='1.0'),False,'signature-mismatch'),
  ec('amount-written-otherwise',tamper(es(ef),total_amount='1000'),False,'signature-mismatch'),
  ec('status-changed',tamper(es({**ef,'status':'PENDING'}),status='COMPLETE'),False,'signature-mismatch'),
  ec('key-with-the-parenthesis-of-the-prose',es(ef,key=ek+'('),False,'signature-mismatch'),
  ec('status-not-signed',es(ef,'transaction_code,total_amount,transaction_uuid,product_code,signed_field_names'),False,'signed-fields-insufficient'),
  ec('nothing-signed',es(ef,'signed_field_names'),False,'signed-fields-insufficient'),
  ec('signature-of-the-merchants-own-form',tamper(es({**ef,'total_amount':'110','transaction_uuid':'241028'},'total_amount,transaction_uuid,product_code'),status='COMPLETE'),False,'signed-fields-insufficient'),
  ec('names-left-out',tamper(es(ef),signed_field_names=''),False,'signed-fields-insufficient'),
  ec('signed-field-not-there',es({k:v for k,v in ef.items() if k!='transaction_code'},sign='x'),False,'malformed-payload'),
  ec('no-signature',[['data',b64(J({**ef,'signed_field_names':L}).encode())]],False,'missing-signature'),
  ec('name-given-twice',[['data',b64(base64.b64decode(es(ef)[0][1])[:-1]+b',"status":"X"}')]],False,'malformed-payload'),
  ec('two-different-data',es(ef)+es({**ef,'status':'PENDING'}),False,'malformed-payload'),
  ec('not-base64',[['data','***']],False,'malformed-payload'),
  ec('not-json',[['data',b64(b'status=COMPLETE')]],False,'malformed-payload'),
  ec('no-data',[['q','1']],False,'missing-signature'),
  ec('empty-key',es(ef),False,'missing-secret',secret='')])

rk='wsk_r59a4HfWVAKycbCaNO1RvgCJec02gRd8'
rb='{"event":"ORDER_COMPLETED","order_id":"9fc01989-3f61-4484-a5d9-ffe768531be9","merchant_order_ext_ref":"booking-42"}'
rt='1683650202360'
rs=lambda ts=rt,key=rk,body=rb,v='v1': hx(h('sha256',key,f'{v}.{ts}.{body}'))
rh=lambda sig,ts=rt: {'Revolut-Signature':sig,'Revolut-Request-Timestamp':ts}
rc=lambda name,headers,valid=True,error=None,secret=rk,now=1683650202,body=rb,**k: case(name,secret,headers,body,valid,error,now=now,toleranceSeconds=300,**k)
write('revolut','as the vendor file',['self-made'],
 [rc('valid',rh('v1='+rs())),
  rc('two-header-values',rh(['v1=00','v1='+rs()])),
  rc('spaces-in-the-list',rh('v1=00 , v1='+rs())),
  rc('another-version-beside',rh('v2=00,v1='+rs())),
  rc('rotated-secret',rh('v1='+rs()),secret=['new',rk]),
  rc('just-not-too-old',rh('v1='+rs()),now=1683650502),
  rc('too-old',rh('v1='+rs()),False,'timestamp-too-old',now=1683650503),
  rc('just-not-too-new',rh('v1='+rs()),now=1683649903),
  rc('too-new',rh('v1='+rs()),False,'timestamp-too-new',now=1683649901),
  rc('timestamp-changed',rh('v1='+rs(),'1683650202361'),False,'signature-mismatch'),
  rc('signed-without-version',rh('v1='+hx(h('sha256',rk,rt+'.'+rb))),False,'signature-mismatch'),
  rc('body-changed',rh('v1='+rs()),False,'signature-mismatch',body=rb.replace('42','43')),
  rc('wrong-secret',rh('v1='+rs()),False,'signature-mismatch',secret='wsk_x'),
  rc('only-another-version',rh('v2='+rs(v='v2')),False,'unsupported-scheme'),
  rc('no-version',rh(rs()),False,'malformed-header'),
  rc('empty-v1',rh('v1='),False,'signature-mismatch'),
  rc('timestamp-not-a-number',rh('v1='+rs('hello'),'hello'),False,'malformed-header'),
  rc('timestamp-negative',rh('v1='+rs('-1'),'-1'),False,'malformed-header'),
  rc('two-timestamps',{'Revolut-Signature':'v1='+rs(),'Revolut-Request-Timestamp':['1683650202361',rt]},False,'malformed-header'),
  rc('missing-timestamp',{'Revolut-Signature':'v1='+rs()},False,'missing-header'),
  rc('missing-signature',{'Revolut-Request-Timestamp':rt},False,'missing-signature'),
  rc('empty-secret',rh('v1='+rs()),False,'missing-secret',secret='')])

tk='12345'
tu='https://mycompany.com/myapp.php?foo=1&bar=2'
def ts_(url,params,key=tk):
    d={}
    for n,v in params: d.setdefault(n,set()).add(v)
    return b64(h('sha1',key,url+''.join(n+v for n in sorted(d) for v in sorted(d[n]))))
tp=[['MessageSid','SM1'],['MessageStatus','delivered'],['To','+15558675310']]
def tc(name,sig,params=tp,valid=True,error=None,url=tu,body='',secret=tk,headers=None,**k):
    c=case(name,secret,{**({'X-Twilio-Signature':sig} if sig is not None else {}),**(headers or {})},body,valid,error,**k)
    c['params']=params
    if url is not None: c['url']=url
    return c
jb='{"property": "value", "boolean": true}'
jh=digest('sha256',jb.encode())
ju=tu+'&bodySHA256='+jh
form='application/x-www-form-urlencoded'
fb_='MessageSid=SM1&MessageStatus=delivered&To=%2B15558675310'
write('twilio','as the vendor file',['self-made'],
 [tc('form',ts_(tu,tp)),
  tc('order-of-parameters-does-not-count',ts_(tu,tp),list(reversed(tp))),
  tc('same-parameter-twice',ts_(tu,tp),tp+[tp[0]]),
  tc('empty-value',ts_(tu,tp+[['Body','']]),tp+[['Body','']]),
  tc('non-ascii-value',ts_(tu,tp+[['Body','Überfahrt 🚢']]),tp+[['Body','Überfahrt 🚢']]),
  tc('names-sorted-by-case',ts_(tu,[['a','1'],['B','2']]),[['B','2'],['a','1']]),
  tc('form-in-the-body',ts_(tu,tp),[],body=fb_,headers={'Content-Type':form+'; charset=UTF-8'}),
  tc('form-in-both',ts_(tu,tp),body=fb_),
  tc('nothing-but-the-url',ts_(tu,[]),[]),
  tc('port-in-the-middle-of-user-and-path','' or ts_('https://user:pass@mycompany.com/x?u=a:1',tp),url='https://user:pass@mycompany.com:8443/x?u=a:1'),
  tc('port-added-before-a-bare-query',ts_('https://mycompany.com:443?x=1',tp),url='https://mycompany.com?x=1'),
  tc('ipv6-port-removed',ts_('https://[2001:db8::1]/x',tp),url='https://[2001:db8::1]:8443/x'),
  tc('ipv6-port-added',ts_('https://[2001:db8::1]:443/x',tp),url='https://[2001:db8::1]/x'),
  tc('rotated-token',ts_(tu,tp),secret=['new',tk]),
  tc('json',ts_(ju,[]),[],url=ju,body=jb),
  tc('json-with-the-port',ts_(ju.replace('.com','.com:443'),[]),[],url=ju,body=jb),
  tc('json-body-changed',ts_(ju,[]),[],False,'body-hash-mismatch',url=ju,body=jb+' '),
  tc('json-body-left-out',ts_(ju,[]),[],False,'body-hash-mismatch',url=ju,body='',headers={'Content-Type':form}),
  tc('json-hash-changed-too',ts_(ju,[]),[],False,'signature-mismatch',url=tu+'&bodySHA256='+digest('sha256',(jb+' ').encode()),body=jb+' '),
  tc('json-without-hash',ts_(tu,[]),[],False,'missing-body-hash',body=jb),
  tc('genuine-form-with-another-body',ts_(tu,tp),tp,False,'malformed-payload',body=jb),
  tc('parameter-added',ts_(tu,tp),tp+[['Price','0']],False,'signature-mismatch'),
  tc('second-value-added',ts_(tu,tp),tp+[['MessageStatus','failed']],False,'signature-mismatch'),
  tc('value-changed',ts_(tu,tp),[['MessageSid','SM1'],['MessageStatus','failed'],['To','+15558675310']],False,'signature-mismatch'),
  tc('another-path',ts_(tu,tp),url='https://mycompany.com/other.php?foo=1&bar=2',valid=False,error='signature-mismatch'),
  tc('another-port-than-any',ts_(tu.replace('.com','.com:8443'),tp),valid=False,error='signature-mismatch'),
  tc('another-scheme',ts_(tu.replace('https','http'),tp),valid=False,error='signature-mismatch'),
  tc('wrong-token',ts_(tu,tp),secret='54321',valid=False,error='signature-mismatch'),
  tc('missing-signature',None,valid=False,error='missing-signature'),
  tc('missing-url',ts_(tu,tp),url='',valid=False,error='missing-url'),
  tc('empty-token',ts_(tu,tp),secret='',valid=False,error='missing-secret')])

gk,gb="It's a Secret to Everybody",'Hello, World!'
gs=hx(h('sha256',gk,gb)); gh='X-Hub-Signature-256'
assert gs.startswith('757107ea')
write('github','as the vendor file',['self-made'],
 [case('two-values',gk,{gh:['sha256=00','sha256='+gs]},gb),
  case('signature-without-prefix',gk,{gh:gs},gb,False,'malformed-header'),
  case('prefix-alone',gk,{gh:'sha256='},gb,False,'signature-mismatch'),
  case('sha1-in-its-place',gk,{gh:'sha1='+hx(h('sha1',gk,gb))},gb,False,'unsupported-scheme'),
  case('only-the-old-header',gk,{'X-Hub-Signature':'sha1='+hx(h('sha1',gk,gb))},gb,False,'missing-signature'),
  case('empty-header',gk,{gh:''},gb,False,'missing-signature'),
  case('empty-secret','',{gh:'sha256='+gs},gb,False,'missing-secret')])
ck='ED7D658C-D8EB-4941-948B-3973214F2D49'
cb='{"events":[{"id":"EV1","resource_type":"payments","action":"confirmed","links":{"payment":"PM1"}},{"id":"EV2","resource_type":"payments","action":"failed","links":{"payment":"PM2"}}],"meta":{"webhook_id":"WB1"}}'
cs_=hx(h('sha256',ck,cb)); chn='Webhook-Signature'
write('gocardless','as the vendor file',['self-made'],
 [case('batch',ck,{chn:cs_},cb,eventIds=['EV1','EV2']),
  case('empty-batch',ck,{chn:hx(h('sha256',ck,'{"events":[]}'))},'{"events":[]}',eventIds=[]),
  case('event-taken-out',ck,{chn:cs_},cb.replace(',{"id":"EV2","resource_type":"payments","action":"failed","links":{"payment":"PM2"}}',''),False,'signature-mismatch'),
  case('missing-signature',ck,{},cb,False,'missing-signature'),
  case('empty-secret','',{chn:cs_},cb,False,'missing-secret')])

# SendGrid: a key of our own, signatures by openssl, checked by openssl
import os,tempfile
d=tempfile.mkdtemp()
def ossl(*a,inp=None): return subprocess.run(['openssl',*a],input=inp,capture_output=True,check=True).stdout
def ec_key(curve='prime256v1'):
    f=os.path.join(d,os.urandom(4).hex()); open(f,'wb').write(ossl('ecparam','-name',curve,'-genkey','-noout'))
    return f,b64(ossl('ec','-in',f,'-pubout','-outform','DER'))
def sg(f,data):
    s=ossl('dgst','-sha256','-sign',f,inp=data.encode())
    open(f+'.sig','wb').write(s)
    ossl('ec','-in',f,'-pubout','-out',f+'.pub')
    ossl('dgst','-sha256','-verify',f+'.pub','-signature',f+'.sig',inp=data.encode())
    return b64(s)
K,P=ec_key(); _,P2=ec_key(); _,P384=ec_key('secp384r1')
S,T='X-Twilio-Email-Event-Webhook-Signature','X-Twilio-Email-Event-Webhook-Timestamp'
sb='[{"email":"hello@world.com","event":"delivered","sg_event_id":"A1","sg_message_id":"M1","timestamp":1600112492},{"email":"hello@world.com","event":"open","sg_event_id":"A2","sg_message_id":"M1","timestamp":1600112493}]\r\n'
st='1600112502'
ss=sg(K,st+sb)
sc=lambda name,sig,ts=st,body=sb,valid=True,error=None,secret=P,**k: case(name,secret,{**({S:sig} if sig is not None else {}),**({T:ts} if ts is not None else {})},body,valid,error,**k)
write('sendgrid','as the vendor file',['self-made'],
 [sc('batch',ss,eventIds=['A1','A2']),
  sc('rotated-key',ss,secret=[P2,P]),
  sc('line-break-left-out',ss,body=sb.strip(),valid=False,error='signature-mismatch'),
  sc('timestamp-changed',ss,ts='1600112503',valid=False,error='signature-mismatch'),
  sc('digit-moved-from-timestamp-to-body',ss,ts=st[:-1],body=st[-1]+sb,valid=False,error='signature-mismatch'),
  sc('body-moved-into-the-timestamp',ss,ts=(st+sb).strip(),body='\r\n',valid=False,error='signature-mismatch'),
  sc('another-key',ss,secret=P2,valid=False,error='signature-mismatch'),
  sc('zeros-for-a-signature',b64(bytes.fromhex('3006020100020100')),valid=False,error='signature-mismatch'),
  sc('order-of-the-curve-for-a-signature',b64(bytes.fromhex('3026022100ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551020101')),valid=False,error='signature-mismatch'),
  sc('not-base64','***',valid=False,error='signature-mismatch'),
  sc('not-der',b64(b'hello'),valid=False,error='signature-mismatch'),
  sc('missing-signature',None,valid=False,error='missing-signature'),
  sc('missing-timestamp',ss,ts=None,valid=False,error='missing-header'),
  sc('key-on-another-curve',ss,secret=P384,valid=False,error='bad-secret'),
  sc('key-that-is-none',ss,secret='whsec_x',valid=False,error='bad-secret'),
  sc('empty-key',ss,secret='',valid=False,error='missing-secret')])
