/** A lock on a PDF: its encryption dictionary and the file's identifier, as qpdf 11 wrote them. */
export interface PdfLock {
  dictionary: string
  id: string
}

/** One pair for each way PDFs are locked: with an owner's password alone, which opens, and with one to open it, "geheim". */
export const pdfLocks: readonly (readonly [name: string, open: PdfLock, locked: PdfLock])[] = [
  [
    'R2',
    {
      dictionary:
        '<< /Filter /Standard /Length 40 /O <8edb336d640d7b0dfabc47eb2432e6c9bb7d0888eba10aa15ee5ae564e7f0f62> /P -4 /R 2 /U <07d3c689ed4d34c0f7ddb2056918a071a40d9f9c166f82af3d3747a2e8481726> /V 1 >>',
      id: '9862a921ad9210e011c8fcc67f7ec1df',
    },
    {
      dictionary:
        '<< /Filter /Standard /Length 40 /O <c10115564315d9f3d0e247c8518983c1db05f7c43ac11a0f715fd7c014ac4914> /P -4 /R 2 /U <4285724836e4dfea48d1236de973c225de88eaeada7908595ea6f8f09e44e463> /V 1 >>',
      id: '45aee63f06a039a94ada0f60de18890d',
    },
  ],
  [
    'R3',
    {
      dictionary:
        '<< /Filter /Standard /Length 128 /O <01cbdb403ecf7bd78eb2d5795d3518c311e3d9c355d82e9223ebff099b671ba2> /P -4 /R 3 /U <546df927fa0c364b47bf724ac0981b0f0122456a91bae5134273a6db134c87c4> /V 2 >>',
      id: '4205e4c8cf3b5c870369d50777976cdf',
    },
    {
      dictionary:
        '<< /Filter /Standard /Length 128 /O <4e11fd7b19d7d929a4ecd55a288e7dcb719b268f84b83e3c0c51869fc1b45dd4> /P -4 /R 3 /U <d7f6ced8cd21716a430af03060e9dce00122456a91bae5134273a6db134c87c4> /V 2 >>',
      id: '683404665ebebac8d1ebf8e3a3c8d9de',
    },
  ],
  [
    'R4, RC4',
    {
      dictionary:
        '<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /V2 /Length 16 >> >> /Filter /Standard /Length 128 /O <01cbdb403ecf7bd78eb2d5795d3518c311e3d9c355d82e9223ebff099b671ba2> /P -4 /R 4 /StmF /StdCF /StrF /StdCF /U <5fb26c4b268181e54d30b2ef52ce37250122456a91bae5134273a6db134c87c4> /V 4 >>',
      id: 'fd608f5afdb928f98363378ec82fc732',
    },
    {
      dictionary:
        '<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /V2 /Length 16 >> >> /Filter /Standard /Length 128 /O <4e11fd7b19d7d929a4ecd55a288e7dcb719b268f84b83e3c0c51869fc1b45dd4> /P -4 /R 4 /StmF /StdCF /StrF /StdCF /U <2ed2a79c87b485318b35c8260593f5240122456a91bae5134273a6db134c87c4> /V 4 >>',
      id: '0bff89b0384fc7caba4741943df98053',
    },
  ],
  [
    'R4, AES',
    {
      dictionary:
        '<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV2 /Length 16 >> >> /Filter /Standard /Length 128 /O <01cbdb403ecf7bd78eb2d5795d3518c311e3d9c355d82e9223ebff099b671ba2> /P -4 /R 4 /StmF /StdCF /StrF /StdCF /U <01c28d19b4f6c7446b7ae601a35572150122456a91bae5134273a6db134c87c4> /V 4 >>',
      id: 'a252894b6757babbd0332b0bd5691241',
    },
    {
      dictionary:
        '<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV2 /Length 16 >> >> /Filter /Standard /Length 128 /O <4e11fd7b19d7d929a4ecd55a288e7dcb719b268f84b83e3c0c51869fc1b45dd4> /P -4 /R 4 /StmF /StdCF /StrF /StdCF /U <10710ca03f9d187f4eb8ccbe758fd7210122456a91bae5134273a6db134c87c4> /V 4 >>',
      id: '5cd8fde16a64dce53efe49f7b89f3076',
    },
  ],
  [
    'R4, metadata in clear text',
    {
      dictionary:
        '<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV2 /Length 16 >> >> /EncryptMetadata false /Filter /Standard /Length 128 /O <01cbdb403ecf7bd78eb2d5795d3518c311e3d9c355d82e9223ebff099b671ba2> /P -4 /R 4 /StmF /StdCF /StrF /StdCF /U <5bb6ba3034719e722479c13c0d4118fe0122456a91bae5134273a6db134c87c4> /V 4 >>',
      id: '136aa858528a72a0f6b6df7cd0271d8c',
    },
    {
      dictionary:
        '<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV2 /Length 16 >> >> /EncryptMetadata false /Filter /Standard /Length 128 /O <4e11fd7b19d7d929a4ecd55a288e7dcb719b268f84b83e3c0c51869fc1b45dd4> /P -4 /R 4 /StmF /StdCF /StrF /StdCF /U <bbcb144c6fc80f7d52b7588aa72b97970122456a91bae5134273a6db134c87c4> /V 4 >>',
      id: '1e24c13231286a48f43ff2dc3f6be4b2',
    },
  ],
  [
    'R5',
    {
      dictionary:
        '<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O <3dbf12700ea55ab44ca9129e27262bfebd1ddebfd22c19e3423f53828eb134963ea448b1b39d56809a64ff3549ab1abc> /OE <b21cf85f11940236915775433881a9155d4cd41d44dec059bdc3068b5e95c733> /P -4 /Perms <6478682a84087a5afb6bd39796e13026> /R 5 /StmF /StdCF /StrF /StdCF /U <d5b157ee91d593f3728e4b5e17c88ab3a8aa809e0fd528a8f072b03dceffc3ad3ae226f6b8c093e91468ec94c85fbbab> /UE <d009979b9435b3078590cb658b60409f8cbd00329810f3c5c0b392c2b6f78c2c> /V 5 >>',
      id: '914845f5250632fccc0df0d9beb29d25',
    },
    {
      dictionary:
        '<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O <8d179c878c14d3ab90bfc84db7db7d8069628a809578a1b64f1a5424dfe3b300c291573ec46e3faa084c3d0a1de18ad3> /OE <1811c67088e3604a89a1f1234747a4428e6a871d24aaee2766f88dd88f52ef1b> /P -4 /Perms <a9208fd610a77b53a87d0d832955f63b> /R 5 /StmF /StdCF /StrF /StdCF /U <e4d04c08ae798f6d1ee4aa3b630fa9299f08bbfaca415fcaeedab08eb1697f50cc08bb5a870ca8a0871a02beeea92388> /UE <6baad4c9e39716fb19e90857c5e4d8f1896968d8ebd229627c0e848d12aa3ee1> /V 5 >>',
      id: 'af1986130c40f71a7d0ad56beea0be25',
    },
  ],
  [
    'R6',
    {
      dictionary:
        '<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O <af7c83a9917e35abeb71046212c1b45a062579d9504381b3b51de96af6189cb34cfc9654c4b57b17d99e735628c4af20> /OE <c6579a5bd4414e2e45baad78f736ab82c7318e7649369395b32cba11582b1d83> /P -4 /Perms <34625f91b19053a3c26a22f90c8674c5> /R 6 /StmF /StdCF /StrF /StdCF /U <c62f35125d274a7069041fc18dbbc480ec1a55d78c1b2e49e6592ceeea7be217be5e6bb8dd14bd021f05a8162e8f5680> /UE <31123338654157d5de7187ee601816b9f568f87a914d136ab143e22886353838> /V 5 >>',
      id: '5ff4a4e0ec9acd0a62ff1ef934f8e350',
    },
    {
      dictionary:
        '<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O <aa1720fcf4820db17bc7c06e9d89a75cda2db440b0663ae8fb165279b49cad90c63ef55772eddf264aa1c9c080242526> /OE <ad328fbb8c445bc3394f64834d0fa4d15dcdb48014491f51829c50dd9322d1bd> /P -4 /Perms <b80414578c8c3e293b4377fc8ea0c889> /R 6 /StmF /StdCF /StrF /StdCF /U <d69e7ad03322095f32059bd56c5fe85add1d418a0f0191b3f8657ca396b11a2dea87890def4d1c1bd42cf347071917dd> /UE <faaa60f24a487dfda1faa0ec82497e362f43ab91b991a080b3f4abfae76ea425> /V 5 >>',
      id: 'd0b2be83161565adbcb0aed1effdeede',
    },
  ],
]
